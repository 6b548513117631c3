import { describe, expect, it } from 'vitest'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { addGuests, endedJob, idsIn, jobWhen, poolIn, runnerForTest, startedJob } from '../jobs/jobs-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { approveFirstRun } from './approve-run.ts'
import { readRule } from './rules.ts'
import { FRIDAY, HOUR_MS, operator, ruleForTest, ruleNow, runWhen } from './rules-for-tests.ts'
import { tickRules } from './tick.ts'

const secret = 'a-secret-of-sixteen'
const THREE = FRIDAY + HOUR_MS / 2

describe.each(ENGINES)('a run that was approved on %s', { timeout: 60_000 }, (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 5 }, webhook: { url: 'http://127.0.0.1:9/', secret } })
  const told = async () =>
    (await store().selectFrom('webhook_message').select('body').execute()).map(
      ({ body }) => (JSON.parse(body) as { event: string }).event,
    )
  const approve = async (ruleId: string, runId: string, at: number) =>
    approveFirstRun(store(), { rule: await readRule(poolIn(lifeguard.world), ruleId), runId, actor: operator, at })

  it('is done when nothing is left to delete after its approval, also where an empty draft was left behind', async () => {
    runnerForTest()
    const pool = poolIn(lifeguard.world)
    addGuests(lifeguard.world, 3)
    const rule = { pool, ruleId: await ruleForTest(pool) }
    const first = await runWhen(THREE, rule, ({ state }) => state === 'awaiting')
    await endedJob(await startedJob(idsIn(lifeguard.world), { poolId: pool.poolId }))
    await approve(rule.ruleId, first.runId, THREE + HOUR_MS)
    const nothing = { state: 'done', reason: 'There was nothing to delete.' }
    const ended = await runWhen(THREE + HOUR_MS, rule, ({ endedAt }) => endedAt !== null)
    expect(ended).toMatchObject({ ...nothing, deleteJobId: null })
    const drafts = () => store().selectFrom('job').select('job_id').where('state', '=', 'draft').execute()
    expect(await drafts()).toEqual([])

    const { job_id: jobId } = await store().selectFrom('job').select('job_id').limit(1).executeTakeFirstOrThrow()
    await store().updateTable('job').set({ state: 'draft', total: null }).where('job_id', '=', jobId).execute()
    await store()
      .updateTable('retention_run')
      .set({ state: 'deleting', ended_at: null, reason: null, delete_job_id: jobId, claimed_until: 0 })
      .where('run_id', '=', first.runId)
      .execute()
    await tickRules(store(), store(), THREE + HOUR_MS)
    expect((await ruleNow(pool, rule.ruleId)).runs[0]).toMatchObject(nothing)
    expect(await drafts()).toEqual([])
  })

  it('pauses when whoever approved it loses the right while its deletion waits for a person', async () => {
    const pool = poolIn(lifeguard.world)
    addGuests(lifeguard.world, 3)
    const rule = { pool, ruleId: await ruleForTest(pool) }
    const runner = runnerForTest()
    const first = await runWhen(THREE, rule, ({ state }) => state === 'awaiting')
    await runner.stop()
    await approve(rule.ruleId, first.runId, THREE + HOUR_MS)
    const { deleteJobId } = await runWhen(THREE + HOUR_MS, rule, (run) => run.deleteJobId !== null)
    const known = (await told()).filter((event) => event === 'rule.paused').length
    const loses = { approver_id: 'ada', approver_name: 'Ada', approver_role: 'support' }
    await store().updateTable('retention_rule').set(loses).where('rule_id', '=', rule.ruleId).execute()
    await tickRules(store(), store(), THREE + HOUR_MS)
    expect((await readRule(pool, rule.ruleId)).state, 'it waits for its turn').toBe('active')
    await store()
      .updateTable('job')
      .set({ actor_id: 'ada', actor_role: 'viewer' })
      .where('job_id', '=', deleteJobId ?? '')
      .execute()
    runnerForTest()
    await jobWhen(deleteJobId ?? '', ({ state }) => state === 'paused')
    await runWhen(THREE + HOUR_MS, rule, ({ state }) => state === 'stopped')
    const { state, reason } = await readRule(pool, rule.ruleId)
    expect([state, reason]).toEqual(['paused', 'Ada, who approved it, may not delete here any more.'])
    expect((await told()).filter((event) => event === 'rule.paused')).toHaveLength(known + 1)
    expect(idsIn(lifeguard.world)).not.toEqual([])
  })

  it('pauses with its reason when its pool cannot be scanned, not when somebody lets the scan pause', async () => {
    const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-000000000000' }
    const rule = { pool, ruleId: await ruleForTest(pool) }
    const { scanJobId } = await runWhen(THREE, rule, (run) => run.scanJobId !== null)
    const scan = () =>
      store()
        .updateTable('job')
        .where('job_id', '=', scanJobId ?? '')
    await scan().set({ state: 'paused', wanted: 'pause' }).execute()
    await tickRules(store(), store(), THREE)
    expect((await ruleNow(pool, rule.ruleId)).runs[0]?.state, 'somebody let it pause').toBe('scanning')
    await scan().set({ state: 'waiting', wanted: 'run' }).execute()

    const known = (await told()).filter((event) => event === 'rule.paused').length
    runnerForTest()
    const { reason } = await runWhen(THREE, rule, ({ state }) => state === 'stopped')
    expect(reason).toMatch(/^Its scan waits for a person: .*not found.* Resume or cancel that scan on its page/i)
    expect((await readRule(pool, rule.ruleId)).state).toBe('paused')
    expect((await told()).filter((event) => event === 'rule.paused')).toHaveLength(known + 1)
  })
})
