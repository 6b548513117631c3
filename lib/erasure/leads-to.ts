import { regionOfId } from '../core/limits.ts'
import type { PersonKey } from '../people/person.ts'
import type { PersonAsker } from './ask-everywhere.ts'
import type { FoundBy } from './person-search.ts'
import type { Searchable, SearchLedger } from './search-ledger.ts'

/** Something that leads to an identity. `users`: those whom the log names beside it. */
export type Lead = {
  connectionId: string
  identityId: string
  poolId: string | null
  foundBy: FoundBy
  users?: string[]
}

type Asked = { byUser: readonly string[]; byId: readonly string[] }
/** One question: a key in a pool or, for an id, on the connection. */
type Question = { term: number; poolId: string | null; region: string }

/** Keys of one call. */
const AT_ONCE = 100

/** Where users lead in each pool of a connection that can be asked, and ids wherever their Region is reached. */
export async function leadsTo(
  { id: connectionId, regions }: Searchable,
  { byUser, byId }: Asked,
  asker: PersonAsker,
  ledger: SearchLedger,
): Promise<Lead[]> {
  const pools = ledger.askable(connectionId)
  const reached = byId.filter((identityId) => regions.includes(regionOfId(identityId)))
  const keys: PersonKey[] = [
    ...(pools.length > 0 ? byUser : []).map((userIdentifier) => ({ userIdentifier })),
    ...reached.map((identityId) => ({ identityId })),
  ]
  const leads: Lead[] = []
  for (let start = 0; start < keys.length; start += AT_ONCE)
    leads.push(...(await ask(connectionId, keys.slice(start, start + AT_ONCE), asker, ledger)))
  // An id that nobody knows may still be one that Lifeguard itself knows something of.
  const ids = reached.map((identityId): Lead => ({ connectionId, identityId, poolId: null, foundBy: { by: 'id' } }))
  return [...leads, ...(await tracesOf(connectionId, byUser, asker, ledger)), ...ids]
}

/** What Lifeguard itself has under users of a connection. */
async function tracesOf(connectionId: string, byUser: readonly string[], asker: PersonAsker, ledger: SearchLedger) {
  const leads: Lead[] = []
  for (let start = 0; start < byUser.length; start += AT_ONCE) {
    const part = byUser.slice(start, start + AT_ONCE)
    ledger.asked(1)
    try {
      const { identities, mapped, notes } = await asker.traces(connectionId, part)
      for (const note of notes) ledger.keepNote({ ...note, connectionId })
      for (const { identityId, poolId, userIdentifiers: users } of identities) {
        const userIdentifier = users.find((user) => part.includes(user)) ?? ''
        leads.push({ connectionId, identityId, poolId, users, foundBy: { by: 'log', userIdentifier } })
      }
      for (const { identityId, knownAs: userIdentifier } of mapped)
        leads.push({ connectionId, identityId, poolId: null, foundBy: { by: 'map', userIdentifier } })
    } catch (error) {
      ledger.missed({ connectionId, region: null, poolId: null, poolName: null }, error)
    }
    ledger.answered()
    ledger.tell()
  }
  return leads
}

async function ask(connectionId: string, keys: PersonKey[], asker: PersonAsker, ledger: SearchLedger) {
  const pools = ledger.askable(connectionId)
  let open = keys.flatMap((key, term): Question[] =>
    'identityId' in key
      ? [{ term, poolId: null, region: regionOfId(key.identityId) }]
      : pools.map(({ poolId }) => ({ term, poolId, region: regionOfId(poolId) })),
  )
  const leads: Lead[] = []
  ledger.asked(open.length)
  try {
    for await (const answer of asker.find(connectionId, keys, pools)) {
      const key = keys[answer.term]
      if (!key) continue
      const isId = 'identityId' in key
      const told = answer.kind === 'found' ? answer.hit.poolId : answer.poolId
      const question = open.find(({ term, poolId }) => term === answer.term && poolId === (isId ? null : told))
      open = open.filter((one) => one !== question)
      ledger.answered()
      if (answer.kind === 'failed' && question) ledger.missed({ connectionId, ...question }, answer.error)
      if (answer.kind === 'found') {
        const foundBy: FoundBy = isId ? { by: 'id' } : { by: 'user', ...key }
        leads.push({ connectionId, identityId: answer.hit.identityId, poolId: told, foundBy })
      }
      ledger.tell()
    }
    for (const { region, poolId } of open) ledger.gaveUp(connectionId, region, poolId)
  } catch (error) {
    for (const question of open) ledger.missed({ connectionId, ...question }, error)
  }
  return leads
}
