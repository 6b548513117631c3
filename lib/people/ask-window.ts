import type { ConnectionSummary } from '../connections/connection-summary.ts'
import { isolated } from '../core/isolated.ts'
import { errorShape, type ErrorShape } from '../core/errors.ts'
import { regionOfId } from '../core/limits.ts'
import { findPeople } from './actions.ts'
import { withHit, withReason, withRow, type PeopleSearch } from './people-search.ts'
import type { PersonAnswer, PersonKey, PersonPlace } from './person.ts'

/** A connection that is asked, its pools with a developer provider, and how often each failed in a row. */
export type Asker = {
  connection: ConnectionSummary
  pools: readonly PersonPlace[]
  failures: Map<string, number>
  /** After it a row is done. */
  isLast: boolean
}

/** So often in a row, and a pool is asked about nobody else. */
const PATIENCE = 3

/** One look-up: of a row, by a key, in a pool or, for an identity, in the connection. */
type Open = { index: number; poolId: string | null; place: string }

/** Asks one connection for some rows; the search after each answer. */
export async function* askWindow(
  start: PeopleSearch,
  window: readonly number[],
  asker: Asker,
  signal: AbortSignal,
): AsyncGenerator<PeopleSearch, void> {
  const { connection, pools, failures } = asker
  let search = tired(start, window, asker)
  const asked = window.flatMap((index) =>
    keysOf(search, index, connection).map((key) => ({ index, key, as: asOf(search, index, key) })),
  )
  const reached = asked.filter(({ key }) => isReached(key, connection))
  for (const { index, key } of asked)
    if (!isReached(key, connection)) search = withReason(search, index, unreached(key, connection))
  const fresh = pools.filter(({ poolId }) => (failures.get(poolId) ?? 0) < PATIENCE)
  const open = reached.map((one) => lookupsOf(one, fresh, connection))
  const close = (term: number, poolId: string | null): Open | undefined => {
    const lookups = open[term] ?? []
    const at = lookups.findIndex((one) => one.poolId === poolId)
    return at < 0 ? undefined : lookups.splice(at, 1)[0]
  }
  const left = (error: Pick<ErrorShape, 'message'>) =>
    open.flat().reduce((now, { index, place }) => withReason(now, index, { place, reason: error.message }), search)
  if (open.flat().length === 0) {
    yield search
    return
  }
  try {
    const input = {
      connectionId: connection.id,
      people: reached.map(({ key }) => key),
      pools: fresh.map(({ poolId, developerProvider }) => ({ poolId, developerProvider: developerProvider ?? '' })),
    }
    for await (const item of await findPeople(input)) {
      if (signal.aborted) return
      if (!item.ok) {
        yield left(item.error)
        return
      }
      search = withAnswer(search, item.value, asker, close)
      if (asker.isLast) search = withDone(search, window, open.flat())
      yield search
    }
  } catch (error) {
    yield left(errorShape(error))
    return
  }
  yield left({ message: 'The answer ended before its turn came.' })
}

function withAnswer(
  search: PeopleSearch,
  answer: PersonAnswer,
  { connection, failures }: Asker,
  close: (term: number, poolId: string | null) => Open | undefined,
): PeopleSearch {
  if (answer.kind === 'waiting') return { ...search, waitingUntil: answer.until }
  const poolId = answer.kind === 'found' ? answer.hit.poolId : answer.poolId
  const lookup = close(answer.term, poolId) ?? close(answer.term, null)
  if (!lookup) return search
  const { index, place } = lookup
  const now = { ...search, waitingUntil: null }
  if (lookup.poolId !== null)
    failures.set(lookup.poolId, answer.kind === 'failed' ? (failures.get(lookup.poolId) ?? 0) + 1 : 0)
  if (answer.kind === 'found')
    return withHit(now, index, {
      ...answer.hit,
      connectionId: connection.id,
      connectionName: connection.name,
    })
  if (answer.kind === 'failed') return withReason(now, index, { place, reason: answer.error.message })
  return withRow(now, index, (row) => ({ ...row, absentIn: [...row.absentIn, place] }))
}

/** Rows of which nothing is open. */
function withDone(search: PeopleSearch, window: readonly number[], open: readonly Open[]): PeopleSearch {
  const waiting = new Set(open.map(({ index }) => index))
  const done = window.filter((index) => !waiting.has(index) && search.rows[index]?.isDone === false)
  return done.reduce((now, index) => withRow(now, index, (row) => ({ ...row, isDone: true })), search)
}

function keysOf({ rows }: PeopleSearch, index: number, { regions }: ConnectionSummary): PersonKey[] {
  const term = rows[index]?.term
  if (term?.kind !== 'key') return []
  const { keys, bareIds } = term
  return [...keys, ...bareIds.flatMap((id) => regions.map((region) => ({ identityId: `${region}:${id}` })))]
}

/** `as`: what says by which of several values of a row somebody was looked up. */
const lookupsOf = (
  { index, key, as }: { index: number; key: PersonKey; as: string },
  pools: readonly PersonPlace[],
  { name }: ConnectionSummary,
): Open[] =>
  'userIdentifier' in key
    ? pools.map(({ poolId, name: pool }) => ({ index, poolId, place: `${pool} in ${name}${as}` }))
    : [{ index, poolId: null, place: `${regionOfId(key.identityId)} in ${name}${as}` }]

function asOf({ rows }: PeopleSearch, index: number, key: PersonKey): string {
  const term = rows[index]?.term
  if (term?.kind !== 'key' || term.keys.length < 2) return ''
  return `, as ${isolated('userIdentifier' in key ? key.userIdentifier : key.identityId)}`
}

const isReached = (key: PersonKey, { regions }: ConnectionSummary) =>
  'userIdentifier' in key || regions.includes(regionOfId(key.identityId))

const unreached = (key: PersonKey, { name }: ConnectionSummary) => ({
  place: name,
  reason: `It does not reach ${'identityId' in key ? regionOfId(key.identityId) : 'the Region'}.`,
})

/** Whoever failed too often is left out, and said to be. */
function tired(search: PeopleSearch, window: readonly number[], { connection, pools, failures }: Asker): PeopleSearch {
  const out = pools.filter(({ poolId }) => (failures.get(poolId) ?? 0) >= PATIENCE)
  return window.reduce((now, index) => {
    const term = now.rows[index]?.term
    if (term?.kind !== 'key' || !term.keys.some((key) => 'userIdentifier' in key)) return now
    return out.reduce(
      (later, { name }) =>
        withReason(later, index, {
          place: `${name} in ${connection.name}`,
          reason: `It failed ${PATIENCE} times before and was not asked again.`,
        }),
      now,
    )
  }, search)
}
