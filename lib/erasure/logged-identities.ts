import 'server-only'
import { joinPersonal, parsePersonal } from '../audit/personal.ts'
import { chunks, operationsAbout } from '../audit/operations-about.ts'
import { store, type Db } from '../db/open.ts'
import type { LoggedIdentity } from './person-search.ts'

/** The identities of a connection that entries of the audit log name together with one of the identifiers. */
export async function loggedIdentities(
  connectionId: string,
  identifiers: readonly string[],
  db: Db = store(),
): Promise<LoggedIdentity[]> {
  const wanted = new Set(identifiers)
  const found = new Map<string, LoggedIdentity>()
  const operations = await operationsAbout(db, { connectionIds: [connectionId], identityIds: [], identifiers })
  for (const part of chunks(operations, 500)) {
    const rows = await db
      .selectFrom('audit_entry as entry')
      .innerJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
      .select(['entry.identity_id', 'entry.pool_id', 'entry.input', 'entry.before', 'entry.after', 'person.value'])
      .where('entry.operation_id', 'in', part)
      .where('person.value', 'is not', null)
      .execute()
    for (const { identity_id, pool_id: poolId, value, ...states } of rows) {
      const values = parsePersonal(value)?.values ?? null
      const told = [states.input, states.before, states.after].map((json) =>
        json === null ? null : joinPersonal(JSON.parse(json), values, ''),
      )
      const of = identity_id?.split(' ') ?? []
      for (const { identityId, userIdentifiers } of namedTogether(told, of.length === 1 ? (of[0] ?? null) : null)) {
        if (!userIdentifiers.some((user) => wanted.has(user))) continue
        const before = found.get(identityId)
        const users = new Set([...(before?.userIdentifiers ?? []), ...userIdentifiers])
        found.set(identityId, { identityId, poolId: poolId ?? before?.poolId ?? null, userIdentifiers: [...users] })
      }
    }
  }
  return [...found.values()]
}

type Named = { identityId: string; userIdentifiers: string[] }

/** Identities and the users that stand beside them; what stands beside none is of the only identity of the entry. */
function namedTogether(states: unknown, only: string | null): Named[] {
  const named: Named[] = []
  const walk = (value: unknown, around: string | null) => {
    if (Array.isArray(value)) for (const member of value) walk(member, around)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const identityId = idOf(value) ?? around
    const { userIdentifier, userIdentifiers } = { userIdentifier: null, userIdentifiers: null, ...value }
    const users = [userIdentifier, userIdentifiers].flat().filter((user) => typeof user === 'string')
    if (identityId !== null && users.length > 0) named.push({ identityId, userIdentifiers: users })
    for (const member of Object.values(value)) walk(member, identityId)
  }
  walk(states, only)
  return named
}

function idOf(value: object): string | null {
  if ('identityId' in value && typeof value.identityId === 'string') return value.identityId
  const inner = 'identity' in value ? value.identity : null
  return typeof inner === 'object' && inner !== null ? idOf(inner) : null
}
