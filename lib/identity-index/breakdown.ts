import 'server-only'
import type { PoolRef } from '../core/refs.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import type { Db } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import type { IdentityState } from '../identities/identity.ts'
import { DAY_LENGTH_MS } from './days.ts'
import { questionOf } from './index-question.ts'
import type { Kind } from './kinds.ts'
import type { IdentityScan } from './scans.ts'
import type { IndexFilter } from './schema.ts'
import { countByDay, countByKind } from './sums.ts'

export type StateCounts = Record<IdentityState, number>
/** `day`: its beginning in UTC, epoch milliseconds; null of dates that were not told. Days without any are left out. */
type DayCounts = { day: number | null; counts: StateCounts }

/** What a filter has of a pool's index, counted. An identity counts for each of its providers. */
export type IndexBreakdown = {
  scan: IdentityScan
  total: number
  states: StateCounts
  /** The most frequent first. */
  providers: { provider: string; count: number }[]
  created: DayCounts[]
  modified: DayCounts[]
}

/** How many identities a filter has, exactly. Errors: `NOT_FOUND` when the pool has no index. */
export async function countIndex(pool: PoolRef, filter: IndexFilter, { db = readStore(), now }: Asking = {}) {
  const question = await questionOf(db, pool, filter, now === undefined ? {} : { now })
  return { scan: question.scan, total: sumOfCounts(await countByKind(db, question)) }
}

type Asking = { db?: Db; now?: number }

/** The same by state, provider and day, for charts and reviews. Errors: as for the count. */
export async function breakDownIndex(
  pool: PoolRef,
  filter: IndexFilter,
  { db = readStore(), now }: Asking = {},
): Promise<IndexBreakdown> {
  const question = await questionOf(db, pool, filter, now === undefined ? {} : { now })
  const [created, modified] = await inSnapshot(db, async (snapshot) => [
    await countByDay(snapshot, question, 'created'),
    await countByDay(snapshot, question, 'modified'),
  ])
  const kinds = new Map(question.kinds.map((kind) => [kind.kind, kind]))
  const byKind = new Map<number, number>()
  for (const { kind, count } of created) byKind.set(kind, (byKind.get(kind) ?? 0) + count)
  const states = noneOfEach()
  const providers = new Map<string, number>()
  for (const [number, count] of byKind) {
    const kind = kinds.get(number)
    if (!kind) continue
    states[kind.state] += count
    for (const name of kind.providers) providers.set(name, (providers.get(name) ?? 0) + count)
  }
  return {
    scan: question.scan,
    total: sumOfCounts(byKind),
    states,
    providers: [...providers]
      .map(([provider, count]) => ({ provider, count }))
      .toSorted((one, other) => other.count - one.count || (one.provider < other.provider ? -1 : 1)),
    created: daysOfStates(created, kinds),
    modified: daysOfStates(modified, kinds),
  }
}

const noneOfEach = (): StateCounts => ({ guest: 0, authenticated: 0, disabled: 0 })

function daysOfStates(sums: Awaited<ReturnType<typeof countByDay>>, kinds: ReadonlyMap<number, Kind>): DayCounts[] {
  const days = new Map<number, StateCounts>()
  for (const { kind, day, count } of sums) {
    const state = kinds.get(kind)?.state
    const counts = days.get(day) ?? noneOfEach()
    if (state) counts[state] += count
    days.set(day, counts)
  }
  return [...days]
    .toSorted(([one], [other]) => one - other)
    .map(([day, counts]) => ({ day: day < 0 ? null : day * DAY_LENGTH_MS, counts }))
}

const sumOfCounts = (counts: ReadonlyMap<number, number>) => [...counts.values()].reduce((sum, one) => sum + one, 0)
