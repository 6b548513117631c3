import { listConnections } from '../connections/actions.ts'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import { unwrap } from '../core/result.ts'
import { readAllPlaces } from './all-places.ts'
import { askWindow, type Asker } from './ask-window.ts'
import { startOfSearch, withReason, withRow, type PeopleSearch } from './people-search.ts'
import { withoutPools } from './without-pools.ts'
import type { PersonTerm } from './person.ts'

type Options = {
  signal: AbortSignal
  /** Only these connections; else all that the actor may use. */
  connectionIds?: readonly string[]
}

/** Look-ups of one call to the server: what is asked when somebody stops is asked to its end. */
const LOOKUPS_AT_A_TIME = 72

/**
 * Looks people up in every pool of every connection that the actor may use, and tells after each answer how the search
 * stands: row after row, at most eight look-ups at once, throttles waited out. The last state is the whole answer, with
 * everybody who was not asked. Aborting the signal ends it soon. Errors: when the connections cannot be read.
 */
export async function* searchEverywhere(
  terms: readonly PersonTerm[],
  { signal, connectionIds }: Options,
): AsyncGenerator<PeopleSearch, void> {
  let search = startOfSearch(terms)
  yield search
  const session = await unwrap(listConnections({}))
  const connections = session.connections.filter(({ id }) => connectionIds?.includes(id) ?? true)
  for await (const next of readAllPlaces(search, connections)) yield (search = next)
  search = withoutPools(search)
  const askers = connections.map((connection, at) => ({
    ...askerOf(connection, search),
    isLast: at === connections.length - 1,
  }))
  search = { ...search, phase: 'asking', waitingUntil: null }
  for (const window of windowsOf(search)) {
    if (signal.aborted) break
    for (const asker of askers) for await (const next of askWindow(search, window, asker, signal)) yield (search = next)
    if (signal.aborted) break
    for (const index of window) search = withRow(search, index, (row) => ({ ...row, isDone: true }))
    yield search
  }
  yield signal.aborted ? stopped(search) : { ...search, phase: 'ended', waitingUntil: null }
}

function askerOf(connection: ConnectionSummary, { places }: PeopleSearch): Omit<Asker, 'isLast'> {
  const pools = places.filter((place) => place.connectionId === connection.id && place.developerProvider !== null)
  return { connection, pools, failures: new Map() }
}

/** The rows that are asked for together: the first one alone, so that it comes soon. */
function windowsOf({ rows, places }: PeopleSearch): number[][] {
  const open = rows.flatMap(({ isDone }, index) => (isDone ? [] : [index]))
  const pools = places.filter(({ developerProvider }) => developerProvider !== null).length
  const most = Math.max(1, ...rows.map(({ term }) => (term.kind === 'key' ? term.keys.length : 0)))
  const size = Math.max(1, Math.floor(LOOKUPS_AT_A_TIME / Math.max(1, pools) / most))
  const [first, ...others] = open
  const windows = first === undefined ? [] : [[first]]
  for (let at = 0; at < others.length; at += size) windows.push(others.slice(at, at + size))
  return windows
}

function stopped(search: PeopleSearch): PeopleSearch {
  const open = search.rows.flatMap(({ isDone }, index) => (isDone ? [] : [index]))
  const left = open.reduce(
    (now, index) => withReason(now, index, { place: 'everywhere else', reason: 'The search was stopped.' }),
    search,
  )
  return { ...left, rows: left.rows.map((row) => ({ ...row, isDone: true })), phase: 'stopped', waitingUntil: null }
}
