import 'server-only'
import { readStore } from '../db/read-store.ts'
import type { Sample } from '../metrics/sampled.ts'

/** How many jobs are in which state. */
export async function jobSamples(): Promise<Sample[]> {
  const rows = await readStore()
    .selectFrom('job')
    .select(['state', ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute()
  return rows.map(({ state, count }) => ({ labels: { state }, value: Number(count) }))
}
