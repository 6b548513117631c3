import { setTimeout as pause } from 'node:timers/promises'
import { config } from '../../lib/config/config.ts'
import { newOperationId } from '../../lib/core/operation-id.ts'
import { store } from '../../lib/db/open.ts'
import { beginScan } from '../../lib/identity-index/scans.ts'
import { jobKinds, scanPoolKind } from '../../lib/jobs/kinds.ts'
import { readJob } from '../../lib/jobs/read-jobs.ts'
import { startRunner } from '../../lib/jobs/runner.ts'
import { startScan } from '../../lib/jobs/start-scan.ts'
import { startedDeletion } from './started-deletion.ts'
import { inSeededWorld, type SeededWorld } from './seeded-world.ts'

const CALL = 60
const LATENCY_MS = 50
const SECOND_MS = 1_000
const DELETIONS = 10
const LISTS = 5
/** The quota halves so long after the start, and comes back so long after that. */
const HALVED = { fromSecond: 30, toSecond: 60 }

type Line = Record<string, string | number>

/** `perSecond`: the quota of what the job calls. `known`: whether the connection says it. */
type Setting = { what: string; of: 'deletion' | 'scan'; perSecond: number; known: boolean; halves: boolean }

const settings: Setting[] = [
  { what: 'deletion, quota known', of: 'deletion', perSecond: DELETIONS, known: true, halves: false },
  { what: 'deletion, quota not known', of: 'deletion', perSecond: DELETIONS, known: false, halves: false },
  {
    what: 'deletion, known quota halves and comes back',
    of: 'deletion',
    perSecond: DELETIONS,
    known: true,
    halves: true,
  },
  {
    what: 'deletion, unknown quota halves and comes back',
    of: 'deletion',
    perSecond: DELETIONS,
    known: false,
    halves: true,
  },
  { what: 'scan, quota known', of: 'scan', perSecond: LISTS, known: true, halves: false },
]

const started = {
  deletion: ({ ids, connectionId, poolId }: SeededWorld) => startedDeletion({ ids, connectionId, poolId }),
  async scan({ connectionId, poolId }: SeededWorld) {
    const jobId = newOperationId()
    const connection = config().connections.find(({ id }) => id === connectionId)
    if (!connection) throw new Error(`There is no connection ${connectionId}`)
    await startScan(store(), {
      jobId,
      kind: scanPoolKind,
      pool: { connectionId, poolId },
      name: 'Bench',
      connection,
      actor: { id: 'local', name: 'Bench', role: 'admin' },
      at: Date.now(),
      begin: (transaction, pool) => beginScan(transaction, pool),
    })
    return jobId
  },
}

/** Halves the emulator's quotas for a while; resolves with the seconds of the clock in which they were. */
async function halve({ emulator }: SeededWorld, over: AbortSignal) {
  const wait = (seconds: number) => pause(seconds * SECOND_MS, undefined, { signal: over })
  await wait(HALVED.fromSecond)
  await emulator.setQuotas({ factor: 0.5 })
  const from = Date.now()
  await wait(HALVED.toSecond - HALVED.fromSecond)
  await emulator.setQuotas({ factor: 1 })
  return { from, to: Date.now() }
}

const measure = (setting: Setting, count: number): Promise<Line> => {
  const { what, of, perSecond, known, halves } = setting
  const said: Record<string, number> = known
    ? { [of === 'scan' ? 'ListIdentities' : 'DeleteIdentities']: perSecond }
    : {}
  return inSeededWorld({ count, quotas: 'aws', latencyMs: LATENCY_MS, known: said, databaseUrl: '' }, async (world) => {
    const jobId = await started[of](world)
    const over = new AbortController()
    const halving = halves ? halve(world, over.signal).catch(() => null) : Promise.resolve(null)
    const runner = startRunner({ db: store(), kinds: jobKinds })
    while ((await readJob(jobId, world.connectionId)).endedAt === null) await pause(100)
    over.abort()
    await runner.stop()
    const half = await halving
    const rates = await store().selectFrom('job_rate').selectAll().where('job_id', '=', jobId).orderBy('at').execute()
    const settled = rates.slice(2, -1)
    const quotaAt = (at: number) => (half && at >= half.from && at < half.to ? perSecond / 2 : perSecond)
    const [first, last] = [settled[0]?.at ?? 0, settled.at(-1)?.at ?? 0]
    let quota = 0
    for (let at = first; at <= last; at += SECOND_MS) quota += quotaAt(at)
    const sum = (key: 'done' | 'throttles') => settled.reduce((total, rate) => total + rate[key], 0)
    const calls = sum('done') / CALL
    const perHour = (sum('done') / ((last - first) / SECOND_MS + 1)) * 3_600
    return {
      what,
      identities: (await readJob(jobId, world.connectionId)).done,
      seconds: (last - first) / SECOND_MS + 1,
      '% of the quota': Math.round((calls / quota) * 1_000) / 10,
      '% throttled': Math.round((sum('throttles') / (calls + sum('throttles'))) * 10_000) / 100,
      'a million, minutes': Math.round((1_000_000 / perHour) * 600) / 10,
    }
  })
}

/** Deletions or a scan at AWS's quotas, counted from the second second on; `count` identities each. */
export async function measureQuotas(of: Setting['of'], count: number): Promise<Line[]> {
  const lines: Line[] = []
  for (const setting of settings) if (setting.of === of) lines.push(await measure(setting, count))
  return lines
}
