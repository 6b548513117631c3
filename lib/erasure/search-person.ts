import type { ErrorShape } from '../core/errors.ts'
import { regionOfId } from '../core/limits.ts'
import type { PoolAnswer } from '../developer-identities/developer-identity.ts'
import type { PoolSummary } from '../pools/pool.ts'
import type { FoundBy, PersonIdentity, PersonSearch } from './person-search.ts'
import { searchLedger, type Searchable, type SearchLedger } from './search-ledger.ts'

export type LookupBy = { userIdentifier: string } | { identityId: string }
export type AnswerOfPool = { poolId: string; value: PoolAnswer | null; error: ErrorShape | null }

/** How the search asks; each waits out what may be waited out and throws or answers an error after that. */
export type PersonAsker = {
  pools: (connectionId: string, region: string) => Promise<PoolSummary[]>
  lookUp: (connectionId: string, poolIds: string[], by: LookupBy) => AsyncIterable<AnswerOfPool>
  person: (identity: { connectionId: string; identityId: string }, poolId: string | null) => Promise<PersonIdentity>
}

type Given = { identifiers: readonly string[]; identityIds: readonly string[] }
/** Something that leads to an identity. */
type Lead = { connectionId: string; identityId: string; poolId: string | null; foundBy: FoundBy }

/**
 * Everything that one person leads to on all connections: by each identifier in each pool, by each id on each
 * connection, and on from what is found to its other identifiers and to what it was merged with, until nothing new
 * comes. `changed` hears of every answer.
 */
export async function searchPerson(
  connections: readonly Searchable[],
  { identifiers, identityIds }: Given,
  asker: PersonAsker,
  changed: (search: PersonSearch) => void,
): Promise<PersonSearch> {
  const ledger = searchLedger(connections, changed)
  await Promise.all(connections.map((connection) => listPools(connection, asker, ledger)))
  const ofIds = await Promise.all(connections.map((connection) => leadsOfIds(connection, identityIds, asker, ledger)))
  let leads = ofIds.flat()
  let users = new Set(identifiers)
  while (users.size > 0 || leads.length > 0) {
    for (const user of users) ledger.ask(user)
    const asked = [...users]
    const ofUsers = connections.map((connection) => leadsOfUsers(connection, asked, asker, ledger))
    const all = [...leads, ...(await Promise.all(ofUsers)).flat()]
    leads = []
    users = new Set()
    for (const lead of all) {
      const next = await follow(lead, asker, ledger)
      leads.push(...next.leads)
      for (const user of next.users) if (!ledger.hasAsked(user)) users.add(user)
    }
  }
  ledger.tell()
  return ledger.state()
}

async function listPools({ id, regions }: Searchable, asker: PersonAsker, ledger: SearchLedger) {
  for (const region of regions)
    await ledger.asking(asker.pools(id, region)).then(
      (pools) => ledger.keepPools(id, region, pools),
      (error: unknown) => ledger.missed(id, region, null, error),
    )
}

/** An id leads to itself wherever its Region is reached, and the pool that has users of it is its own. */
async function leadsOfIds(connection: Searchable, ids: readonly string[], asker: PersonAsker, ledger: SearchLedger) {
  const leads: Lead[] = []
  for (const identityId of new Set(ids)) {
    if (!connection.regions.includes(regionOfId(identityId))) continue
    leads.push(...(await lookUp(connection, { identityId }, asker, ledger)))
    leads.push({ connectionId: connection.id, identityId, poolId: null, foundBy: { by: 'id' } })
  }
  return leads
}

async function leadsOfUsers(connection: Searchable, users: string[], asker: PersonAsker, ledger: SearchLedger) {
  const leads: Lead[] = []
  for (const userIdentifier of users) leads.push(...(await lookUp(connection, { userIdentifier }, asker, ledger)))
  return leads
}

/** Where a user or an identity leads, in each pool that can be asked. */
async function lookUp(connection: Searchable, by: LookupBy, asker: PersonAsker, ledger: SearchLedger) {
  const { id: connectionId } = connection
  const poolIds = ledger
    .askable(connection, 'identityId' in by ? regionOfId(by.identityId) : undefined)
    .map(({ poolId }) => poolId)
  const leads: Lead[] = []
  ledger.asked(poolIds.length)
  if (poolIds.length === 0) return leads
  try {
    for await (const { poolId, value, error } of asker.lookUp(connectionId, poolIds, by)) {
      ledger.answered()
      if (error) ledger.missed(connectionId, regionOfId(poolId), poolId, error)
      if (value?.kind === 'no-provider') ledger.silence(connectionId, poolId)
      // A pool may answer an id that it does not know with nobody.
      if (value?.kind === 'found' && ('userIdentifier' in by || value.found.userIdentifiers.length > 0)) {
        const foundBy: FoundBy = 'userIdentifier' in by ? { by: 'user', ...by } : { by: 'id' }
        leads.push({ connectionId, identityId: value.found.identityId, poolId, foundBy })
      }
      ledger.tell()
    }
  } catch (error) {
    for (const region of new Set(poolIds.map(regionOfId))) ledger.missed(connectionId, region, null, error)
  }
  return leads
}

/** Looks at an identity that something leads to, and tells what it leads to in turn. */
async function follow(
  lead: Lead,
  asker: PersonAsker,
  ledger: SearchLedger,
): Promise<{ users: string[]; leads: Lead[] }> {
  const { connectionId, identityId, poolId, foundBy } = lead
  const known = ledger.found(lead)
  if (known && (known.pool !== null || poolId === null)) {
    ledger.alsoFound(known, foundBy)
    return { users: [], leads: [] }
  }
  const person = await ledger.asking(asker.person({ connectionId, identityId }, poolId)).catch((error: unknown) => {
    ledger.missed(connectionId, regionOfId(identityId), poolId, error)
    return null
  })
  // An id that the service does not know and Lifeguard has nothing of is no trace of anybody.
  const isNothing = person && person.identity === null && person.notes === 0 && person.entries === 0
  if (isNothing || (!person && foundBy.by === 'id')) return { users: [], leads: [] }
  const { identity = null, userIdentifiers = [], notes = 0, merged = [] } = person ?? {}
  const read = person ? (identity ? 'present' : 'gone') : 'unread'
  const pool = poolId === null ? null : { poolId, name: ledger.poolOf(connectionId, poolId)?.name ?? null }
  ledger.find({ connectionId, identityId, pool, read, identity, userIdentifiers, notes, foundBy: known?.foundBy ?? [] })
  const kept = ledger.found(lead)
  if (kept) ledger.alsoFound(kept, foundBy)
  const leads = merged.map(({ identityId: other, side, poolId: home }): Lead => {
    const by: FoundBy = { by: 'merge', identityId, side }
    return { connectionId, identityId: other, poolId: home, foundBy: by }
  })
  return { users: userIdentifiers, leads }
}
