import { regionOfId } from '../core/limits.ts'
import type { PersonAsker } from './ask-everywhere.ts'
import { leadsTo, type Lead } from './leads-to.ts'
import type { FoundBy, PersonSearch } from './person-search.ts'
import { searchLedger, type Searchable, type SearchLedger } from './search-ledger.ts'

type Given = { identifiers: readonly string[]; identityIds: readonly string[] }

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
  ledger.given(ids)
  while (users.length > 0 || leads.length > 0 || ids.length > 0) {
    for (const user of users) ledger.ask(user)
    const [byUser, byId] = [users, ids]
    const asked = connections.map((connection) => leadsTo(connection, { byUser, byId }, asker, ledger))
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

/** Looks at an identity that something leads to, and tells what it leads to in turn. */
async function follow(
  lead: Lead,
  asker: PersonAsker,
  ledger: SearchLedger,
): Promise<{ users: string[]; leads: Lead[] }> {
  const { connectionId, identityId, poolId, foundBy, users: logged = [] } = lead
  const known = ledger.found(lead)
  const isLogged = foundBy.by === 'log'
  if (known && (isLogged || known.pool !== null || poolId === null)) {
    if (!isLogged || known.read === 'gone') ledger.alsoFound(known, foundBy)
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
  // Whom the log names with an identity that is still there may long lead elsewhere.
  const isOther = isLogged && person?.identity
  if (isNothing || isOther || (!person && (isLogged || foundBy.by === 'id'))) return { users: [], leads: [] }
  const { identity = null, userIdentifiers: present = [], notes = 0, merged = [] } = person ?? {}
  const userIdentifiers = isLogged ? logged : present
  const read = person ? (identity ? 'present' : 'gone') : 'unread'
  const pool = poolId === null ? null : { poolId, name: ledger.poolOf(connectionId, poolId)?.name ?? null }
  ledger.find({ connectionId, identityId, pool, read, identity, userIdentifiers, notes, foundBy: known?.foundBy ?? [] })
  const kept = ledger.found(lead)
  if (kept) ledger.alsoFound(kept, foundBy)
  ledger.tell()
  const leads = merged.map(({ identityId: other, side, poolId: home, doubt }): Lead => {
    const by: FoundBy = { by: 'merge', identityId, side, ...(doubt && { doubt }) }
    return { connectionId, identityId: other, poolId: home, foundBy: by }
  })
  return { users: userIdentifiers, leads }
}
