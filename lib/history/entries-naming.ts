import 'server-only'
import { indexedIdentifier } from '../audit/personal.ts'
import type { Db } from '../db/open.ts'

const AT_ONCE = 500

/** Whom an entry can name: identities by their ids, or a user by the developer user identifier. */
export type Named = { identities: readonly string[] } | { user: string }

/** The places of the operations that name somebody, each once, highest first. */
export async function entriesNaming(named: Named, db: Db): Promise<number[]> {
  const rows =
    'identities' in named
      ? db.selectFrom('audit_identity').select('sequence').where('identity_id', 'in', named.identities)
      : db.selectFrom('audit_identifier').select('sequence').where('identifier', '=', indexedIdentifier(named.user))
  const operations = await db
    .selectFrom('audit_entry')
    .select('operation_id')
    .distinct()
    .where('sequence', 'in', rows)
    .execute()
  const ids = operations.map(({ operation_id }) => operation_id)
  const places = new Map<string, { sequence: number; isStart: boolean }[]>()
  for (let start = 0; start < ids.length; start += AT_ONCE)
    for (const { operation_id, sequence, phase } of await db
      .selectFrom('audit_entry')
      .select(['operation_id', 'sequence', 'phase'])
      .where('operation_id', 'in', ids.slice(start, start + AT_ONCE))
      .execute())
      places.set(operation_id, [...(places.get(operation_id) ?? []), { sequence, isStart: phase === 'started' }])
  return [...places.values()]
    .flatMap((all) => (all.some(({ isStart }) => !isStart) ? all.filter(({ isStart }) => !isStart) : all))
    .map(({ sequence }) => sequence)
    .toSorted((a, b) => b - a)
}
