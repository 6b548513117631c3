import 'server-only'
import type { Db } from '../db/open.ts'
import type { IdentityState } from '../identities/identity.ts'
import type { WantedOfIndex } from './wanted.ts'

/** What many identities of a scan have in common. */
export type Kind = { kind: number; state: IdentityState; providers: readonly string[] }

/** The kinds of a scan by their numbers. */
export async function kindsOf(db: Db, scanId: number): Promise<Map<number, Kind>> {
  const rows = await db
    .selectFrom('identity_kind')
    .select(['kind', 'state', 'providers'])
    .where('scan_id', '=', scanId)
    .orderBy('kind')
    .execute()
  return new Map(
    rows.map(({ kind, state, providers }) => [
      kind,
      { kind, state, providers: JSON.parse(providers) as readonly string[] },
    ]),
  )
}

/** Those that a filter wants. */
export const wantedKinds = (kinds: Iterable<Kind>, { states, providers, withoutProviders }: WantedOfIndex): Kind[] =>
  [...kinds].filter(
    (kind) =>
      (states.length === 0 || states.includes(kind.state)) &&
      (providers.length === 0 || providers.some((name) => kind.providers.includes(name))) &&
      !withoutProviders.some((name) => kind.providers.includes(name)),
  )
