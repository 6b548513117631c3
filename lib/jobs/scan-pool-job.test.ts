import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { config } from '../config/config.ts'
import { newOperationId } from '../core/operation-id.ts'
import { eachItem } from '../db/each-item.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { endedJob, idsIn, jobNow, jobWhen, poolIn, runnerForTest, startedJob } from './jobs-for-tests.ts'
import { startScan } from './start-scan.ts'
import { scanPoolJob, type ScanStore } from './scan-pool-job.ts'
import { wantCancel, wantPause, wantRun } from './want.ts'

/** Stands for the index of identities: a table that takes what a scan finds, each identity once. */
const scanStore: ScanStore = {
  async storeScanPage(transaction, scanId, identities) {
    const ids = identities.map(({ identityId }) => identityId)
    await sql`insert into scanned (scan_id, identity_id)
      select ${sql.lit(scanId)}, item from ${eachItem(transaction, ids)}`.execute(transaction)
    return identities.length
  },
  completeScan: async (transaction, scanId) =>
    void (await sql`insert into scanned (scan_id, identity_id) values (${scanId}, 'complete')`.execute(transaction)),
  abandonScan: async (transaction, scanId) =>
    void (await sql`insert into scanned (scan_id, identity_id) values (${scanId}, 'abandoned')`.execute(transaction)),
}

const kind = scanPoolJob(scanStore)
const kinds = [kind]
const pace = { lanes: 1, flushMs: 20, pollMs: 20 }
let scans = 0

describe.each(ENGINES)('a scan of a pool on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 3_000, latencyMs: 5 } })

  async function scan(poolId = poolIn(lifeguard.world).poolId) {
    await sql`create table if not exists scanned (scan_id bigint, identity_id text, primary key (scan_id, identity_id))`.execute(
      store(),
    )
    const scanId = (scans += 1)
    const jobId = await startedJob([], { kind, parameters: { poolId, scanId }, poolId })
    const found = async () => {
      const { rows } = await sql<{ identity_id: string }>`select identity_id from scanned
        where scan_id = ${scanId}`.execute(store())
      return rows.map(({ identity_id }) => identity_id)
    }
    return { jobId, found }
  }
  const expected = (end: string) => [...idsIn(lifeguard.world), end].toSorted()

  it('of one that is not there waits for a person, who is told why', async () => {
    const { jobId } = await scan('us-east-1:00000000-0000-4000-8000-00000000dead')
    runnerForTest({ kinds, pace })
    const { reason, retryAt, done } = await jobWhen(jobId, ({ state }) => state === 'paused')
    expect([retryAt, done]).toEqual([null, 0])
    expect(reason).toMatch(/not found.*cancel the job/i)
    await wantCancel(store(), jobId, { by: 'Ada', at: Date.now() })
    expect((await endedJob(jobId)).state).toBe('cancelled')
  })

  it('finds every identity once, through a pause and a change of process', async () => {
    const { jobId, found } = await scan()
    const runner = runnerForTest({ kinds, pace })
    await jobWhen(jobId, ({ done }) => done >= 300)
    await wantPause(store(), jobId, { by: 'Ada', at: Date.now() })
    const paused = await jobWhen(jobId, ({ state }) => state === 'paused')
    expect((await found()).length).toBe(paused.done)
    await wantRun(store(), jobId, { by: 'Ada', at: Date.now() })
    await jobWhen(jobId, ({ done }) => done >= paused.done + 300)
    await runner.stop()
    runnerForTest({ kinds, pace })
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 3_000, total: null })
    expect((await found()).toSorted()).toEqual(expected('complete'))
    expect((await lifeguard.auditRows()).filter(({ run_id }) => run_id === jobId)).toEqual([])
  })

  it('is the one that is under way when it is asked for twice', async () => {
    const pool = poolIn(lifeguard.world)
    const connection = config().connections.find(({ id }) => id === 'test')
    if (!connection) throw new Error('There is a connection')
    const actor = { id: 'local', name: 'Local operator', role: 'admin' as const }
    const begin = async () => (scans += 1)
    const start = () =>
      startScan(store(), {
        jobId: newOperationId(),
        kind,
        pool,
        name: 'Scan',
        connection,
        actor,
        at: Date.now(),
        begin,
      })
    const first = await start()
    expect(first).toMatchObject({ state: 'waiting', total: null, poolId: pool.poolId })
    expect((await start()).jobId).toBe(first.jobId)
    await wantCancel(store(), first.jobId, { by: 'Ada', at: Date.now() })
    runnerForTest({ kinds })
    await endedJob(first.jobId)
    const again = await start()
    expect(again.jobId).not.toBe(first.jobId)
    expect(await endedJob(again.jobId)).toMatchObject({ state: 'done', done: 3_000 })
  })

  it('gets through internal errors, cut connections and throttles', async () => {
    const all = { operation: 'ListIdentities', probability: 0.1 }
    lifeguard.world.faults.add([
      { ...all, error: 'InternalErrorException' },
      { ...all, error: 'Disconnect' },
      { operation: 'ListIdentities', error: 'TooManyRequestsException', count: 3 },
    ])
    onTestFinished(() => lifeguard.world.faults.clear())
    const { jobId, found } = await scan()
    runnerForTest({ kinds, pace })
    expect(await endedJob(jobId, 30_000)).toMatchObject({ state: 'done', done: 3_000, throttles: 3 })
    expect((await found()).toSorted()).toEqual(expected('complete'))
  })

  it('that is cancelled is never the index of its pool', async () => {
    const { jobId, found } = await scan()
    runnerForTest({ kinds, pace })
    await jobWhen(jobId, ({ done }) => done >= 300)
    await wantCancel(store(), jobId, { by: 'Ada', at: Date.now() })
    await endedJob(jobId)
    expect(await jobNow(jobId)).toMatchObject({ state: 'cancelled' })
    expect(await found()).toContain('abandoned')
    expect(await found()).not.toContain('complete')
  })
})
