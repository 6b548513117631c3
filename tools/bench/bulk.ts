import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { store } from '../../lib/db/open.ts'
import { startDraft } from '../../lib/jobs/start-draft.ts'
import { jobKinds } from '../../lib/jobs/kinds.ts'
import { readJob } from '../../lib/jobs/read-jobs.ts'
import { startRunner } from '../../lib/jobs/runner.ts'
import { startPostgres } from '../postgres-server.ts'
import { measureBeside } from './bulk-beside.ts'
import { measurePages } from './bulk-page.ts'
import { measureQuotas } from './bulk-quotas.ts'
import { inSeededWorld } from './seeded-world.ts'
import { draftedDeletion } from './started-deletion.ts'

const AT_QUOTA = 60_000
/** Ten minutes at five calls a second. */
const SCANNED = 180_000
const LATENCY_MS = 50

type Line = Record<string, string | number>

const [part = 'all', size = '200000'] = process.argv.slice(2)
const isAsked = (one: string) => part === 'all' || part === one

const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20)

/** A deletion as fast as it goes. */
const measure = (engine: string, count: number, databaseUrl: string): Promise<Line> =>
  inSeededWorld(
    { count, quotas: 'off', latencyMs: LATENCY_MS, known: {}, databaseUrl: engine === 'postgres' ? databaseUrl : '' },
    async (world) => {
      const { connectionId } = world
      const jobId = await draftedDeletion(world)
      const before = megabytes()
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const froze = performance.now()
      await startDraft(store(), jobId, { needsIds: true, by: 'Bench', at: Date.now() })
      const freezeMs = performance.now() - froze
      const freezeDelay = delay.max / 1e6
      delay.reset()
      const runner = startRunner({ db: store(), kinds: jobKinds })
      let most = before
      const began = performance.now()
      for (
        let job = await readJob(jobId, connectionId);
        job.endedAt === null;
        job = await readJob(jobId, connectionId)
      ) {
        most = Math.max(most, megabytes())
        await pause(100)
      }
      const seconds = (performance.now() - began) / 1_000
      delay.disable()
      await runner.stop()
      const job = await readJob(jobId, connectionId)
      return {
        engine,
        identities: job.done,
        seconds: Math.round(seconds * 10) / 10,
        'ids a second': Math.round(job.done / seconds),
        'freeze, ms': Math.round(freezeMs),
        'delay of the freeze, ms': Math.round(freezeDelay),
        'worst delay, ms': Math.round(delay.max / 1e6),
        '99 % of delays, ms': Math.round(delay.percentile(99) / 1e6),
        'MB more': most - before,
      }
    },
  )

if (isAsked('quotas')) console.table(await measureQuotas('deletion', AT_QUOTA))
if (isAsked('scan')) console.table(await measureQuotas('scan', SCANNED))
if (isAsked('beside')) console.table(await measureBeside())
if (isAsked('pages')) console.table(await measurePages(Number(size)))
if (isAsked('free')) {
  const postgres = await startPostgres()
  try {
    const lines: Line[] = []
    for (const engine of ['sqlite', 'postgres']) lines.push(await measure(engine, Number(size), postgres.url))
    console.table(lines)
  } finally {
    await postgres.stop()
  }
}
