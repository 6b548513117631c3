import { regionOfId } from '../core/limits.ts'
import type { PersonKey } from '../people/person.ts'
import type { PersonAsker } from './ask-everywhere.ts'
import type { FoundBy, PersonSearch } from './person-search.ts'
import { searchLedger, type Searchable, type SearchLedger } from './search-ledger.ts'

type Given = { identifiers: readonly string[]; identityIds: readonly string[] }
/** Something that leads to an identity. */
type Lead = { connectionId: string; identityId: string; poolId: string | null; foundBy: FoundBy }

/** Keys of one call. */
const AT_ONCE = 100

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
  await Promise.all(connections.map((connection) => readPools(connection, asker, ledger)))
  let users = [...new Set(identifiers)]
  let leads: Lead[] = []
  let ids = [...new Set(identityIds)]
  while (users.length > 0 || leads.length > 0 || ids.length > 0) {
    for (const user of users) ledger.ask(user)
    const [byUser, byId] = [users, ids]
    const asked = connections.map((connection) => lookUp(connection, { byUser, byId }, asker, ledger))
    const all = [...(await Promise.all(asked)).flat(), ...leads]
    ids = []
    leads = []
    const next = new Set<string>()
    for (const lead of all) {
      const more = await follow(lead, asker, ledger)
      leads.push(...more.leads)
      for (const user of more.users) if (!ledger.hasAsked(user)) next.add(user)
    }
    users = [...next]
  }
  ledger.tell()
  return ledger.state()
}

async function readPools({ id: connectionId, regions }: Searchable, asker: PersonAsker, ledger: SearchLedger) {
  const close = (region: string, error: unknown) => {
    ledger.close(connectionId, region)
    ledger.missed({ connectionId, region, poolId: null }, error)
  }
  try {
    for await (const place of asker.places(connectionId)) {
      if (place.kind === 'pool') ledger.keepPool(connectionId, place)
      else if (place.name === null) close(place.region, place.error)
      else {
        const { region, name: poolName, error } = place
        ledger.missed({ connectionId, region, poolId: null, poolName }, error)
      }
      ledger.tell()
    }
  } catch (error) {
    for (const region of regions) close(region, error)
  }
}

/** Where users lead in each pool of a connection that can be asked, and ids wherever their Region is reached. */
async function lookUp(
  { id: connectionId, regions }: Searchable,
  { byUser, byId }: { byUser: readonly string[]; byId: readonly string[] },
  asker: PersonAsker,
  ledger: SearchLedger,
): Promise<Lead[]> {
  const pools = ledger.askable(connectionId)
  const reached = byId.filter((identityId) => regions.includes(regionOfId(identityId)))
  const users = pools.length > 0 ? byUser : []
  const keys: PersonKey[] = [
    ...users.map((userIdentifier) => ({ userIdentifier })),
    ...reached.map((identityId) => ({ identityId })),
  ]
  // An id that nobody knows may still be one that Lifeguard itself knows something of.
  const leads: Lead[] = reached.map((identityId) => ({
    connectionId,
    identityId,
    poolId: null,
    foundBy: { by: 'id' },
  }))
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const part = keys.slice(start, start + AT_ONCE)
    const open = new Set(part.flatMap((key, term) => placesOf(key, pools).map((poolId) => `${term} ${poolId}`)))
    const place = (term: number, poolId: string | null) => {
      const key = part[term]
      const region = regionOfId(poolId ?? (key && 'identityId' in key ? key.identityId : ''))
      return { connectionId, region, poolId }
    }
    ledger.asked(open.size)
    try {
      for await (const answer of asker.find(connectionId, part, pools)) {
        const key = part[answer.term]
        if (!key) continue
        const isId = 'identityId' in key
        const poolId = answer.kind === 'found' ? answer.hit.poolId : answer.poolId
        if (open.delete(`${answer.term} ${isId ? null : poolId}`)) ledger.answered()
        if (answer.kind === 'failed') ledger.missed(place(answer.term, poolId), answer.error)
        if (answer.kind === 'found') {
          const foundBy: FoundBy = isId ? { by: 'id' } : { by: 'user', ...key }
          leads.unshift({ connectionId, identityId: answer.hit.identityId, poolId, foundBy })
        }
        ledger.tell()
      }
      for (const left of open) {
        const [term = '', poolId = ''] = left.split(' ')
        const { region, poolId: pool } = place(Number(term), poolId === 'null' ? null : poolId)
        ledger.gaveUp(connectionId, region, pool)
      }
    } catch (error) {
      for (const left of open) {
        const [term = '', poolId = ''] = left.split(' ')
        ledger.missed(place(Number(term), poolId === 'null' ? null : poolId), error)
      }
    }
  }
  return leads
}

const placesOf = (key: PersonKey, pools: readonly { poolId: string }[]): (string | null)[] =>
  'identityId' in key ? [null] : pools.map(({ poolId }) => poolId)

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
  ledger.asked(1)
  const person = await asker.person({ connectionId, identityId }, poolId).catch((error: unknown) => {
    ledger.missed({ connectionId, region: regionOfId(identityId), poolId }, error)
    return null
  })
  ledger.answered()
  // An id that the service does not know and Lifeguard has nothing of is no trace of anybody.
  const isNothing = person && person.identity === null && person.notes === 0 && person.entries === 0
  if (isNothing || (!person && foundBy.by === 'id')) return { users: [], leads: [] }
  const { identity = null, userIdentifiers = [], notes = 0, merged = [] } = person ?? {}
  const read = person ? (identity ? 'present' : 'gone') : 'unread'
  const pool = poolId === null ? null : { poolId, name: ledger.poolOf(connectionId, poolId)?.name ?? null }
  ledger.find({ connectionId, identityId, pool, read, identity, userIdentifiers, notes, foundBy: known?.foundBy ?? [] })
  const kept = ledger.found(lead)
  if (kept) ledger.alsoFound(kept, foundBy)
  ledger.tell()
  const leads = merged.map(({ identityId: other, side, poolId: home }): Lead => {
    const by: FoundBy = { by: 'merge', identityId, side }
    return { connectionId, identityId: other, poolId: home, foundBy: by }
  })
  return { users: userIdentifiers, leads }
}
