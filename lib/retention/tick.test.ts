import { describe, expect, it } from 'vitest'
import { actingAs } from '../auth/current-actor.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { beginScan, completeScan } from '../identity-index/scans.ts'
import { idsIn, jobNow, poolIn, runnerForTest } from '../jobs/jobs-for-tests.ts'
import { wantCancel } from '../jobs/want.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createRetentionRule } from './actions.ts'
import { approveFirstRun } from './approve-run.ts'
import { readRule, resumeRule } from './rules.ts'
import { FRIDAY, HOUR_MS, operator, ruleForTest, ruleNow, runWhen } from './rules-for-tests.ts'
import { beginRun } from './runs.ts'
import { tickRules } from './tick.ts'

const secret = 'a-secret-of-sixteen'
const THREE = FRIDAY + HOUR_MS / 2
const DAY_MS = 24 * HOUR_MS

describe.each(ENGINES)('a retention rule on %s', { timeout: 60_000 }, (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 40 }, webhook: { url: 'http://127.0.0.1:9/', secret } })
  const told = async () =>
    (await store().selectFrom('webhook_message').select('body').execute()).map(
      ({ body }) => (JSON.parse(body) as { event: string }).event,
    )
  const approve = async (ruleId: string, runId: string, at: number) =>
    approveFirstRun(store(), { rule: await readRule(poolIn(lifeguard.world), ruleId), runId, actor: operator, at })

  it('deletes nothing at its first hour, what a person approved then, and the rest by itself', async () => {
    runnerForTest()
    const pool = poolIn(lifeguard.world)
    const rule = { pool, ruleId: await ruleForTest(pool, { most: 15 }) }
    await tickRules(store(), store(), THREE - 1)
    expect((await ruleNow(pool, rule.ruleId)).runs).toEqual([])

    const first = await runWhen(THREE, rule, ({ state }) => state === 'awaiting')
    expect(first).toMatchObject({ plan: { left: 40, would: 15 }, deleteJobId: null, askedBy: null })
    expect(idsIn(lifeguard.world)).toHaveLength(40)
    expect(await told()).toContain('rule.awaits-approval')

    await approve(rule.ruleId, first.runId, THREE + HOUR_MS)
    await expect(approve(rule.ruleId, first.runId, THREE + HOUR_MS)).rejects.toThrow('does not await approval')
    const done = await runWhen(THREE + HOUR_MS, rule, ({ state }) => state === 'done')
    expect(await jobNow(done.deleteJobId ?? '')).toMatchObject({ name: 'Old guests', done: 15, actor: operator })
    expect(idsIn(lifeguard.world)).toHaveLength(25)

    const present = await readRule(pool, rule.ruleId)
    expect(present).toMatchObject({ state: 'active', lastCount: 15 })
    await beginRun(store(), { rule: present, askedBy: 'Ada', at: THREE + 2 * HOUR_MS })
    await expect(beginRun(store(), { rule: present, askedBy: 'Ada', at: THREE })).rejects.toThrow('under way')
    const second = await runWhen(
      THREE + 2 * HOUR_MS,
      rule,
      ({ state, askedBy }) => state === 'done' && askedBy !== null,
    )
    expect(second).toMatchObject({ askedBy: 'Ada' })
    expect(idsIn(lifeguard.world)).toHaveLength(10)
  })

  it('pauses when somebody ends its first deletion, and compares the next run with what was approved', async () => {
    const runner = runnerForTest()
    const pool = poolIn(lifeguard.world)
    const rule = { pool, ruleId: await ruleForTest(pool, { most: 15 }) }
    const first = await runWhen(THREE, rule, ({ state }) => state === 'awaiting')
    await runner.stop()
    await approve(rule.ruleId, first.runId, THREE + HOUR_MS)
    expect((await readRule(pool, rule.ruleId)).lastCount).toBe(10)
    const { deleteJobId } = await runWhen(THREE + HOUR_MS, rule, (run) => run.deleteJobId !== null)
    const { parameters } = await store()
      .selectFrom('job')
      .select('parameters')
      .where('job_id', '=', deleteJobId ?? '')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(parameters), 'nobody looks on').toMatchObject({ skipChanged: true })
    await wantCancel(store(), deleteJobId ?? '', { by: 'Ada', at: THREE + HOUR_MS })
    runnerForTest()
    await runWhen(THREE + HOUR_MS, rule, ({ state }) => state === 'stopped')
    const { state, reason } = await readRule(pool, rule.ruleId)
    expect([state, reason]).toEqual(['paused', 'Its deletion was cancelled.'])
    expect(idsIn(lifeguard.world)).toHaveLength(10)
  })

  it('asks for approval of what is there now: not of what another scan took the place of, and anew each night', async () => {
    runnerForTest()
    const pool = poolIn(lifeguard.world)
    const rule = { pool, ruleId: await ruleForTest(pool) }
    const first = await runWhen(THREE, rule, ({ state }) => state === 'awaiting')
    await store()
      .transaction()
      .execute(async (transaction) => completeScan(transaction, await beginScan(transaction, pool)))
    await expect(approve(rule.ruleId, first.runId, THREE + HOUR_MS)).rejects.toThrow('scanned again')
    expect(await readRule(pool, rule.ruleId)).toMatchObject({ state: 'unapproved' })
    const asked = { rule: await readRule(pool, rule.ruleId), askedBy: 'Ada', at: THREE + HOUR_MS }
    const again = await beginRun(store(), asked)
    await expect(beginRun(store(), asked), 'one at a time').rejects.toMatchObject({ code: 'CONFLICT' })
    await runWhen(THREE + HOUR_MS, rule, ({ state, runId }) => state === 'awaiting' && runId === again)
    const second = await runWhen(
      THREE + DAY_MS,
      rule,
      ({ state, runId }) => state === 'awaiting' && runId !== first.runId,
    )
    const { runs } = await ruleNow(pool, rule.ruleId)
    expect(runs.find(({ runId }) => runId === first.runId)?.reason).toBe('A newer dry run took its place.')
    expect(second.plan?.scanId).not.toBe(first.plan?.scanId)
    await store().deleteFrom('identity_scan').execute()
    expect(idsIn(lifeguard.world)).toHaveLength(10)
  })

  it('makes up once for the hours that it missed, however many copies look', async () => {
    const pool = poolIn(lifeguard.world)
    const ruleId = await ruleForTest(pool)
    const late = THREE + 9 * DAY_MS + 5
    await Promise.all([1, 2, 3].map(() => tickRules(store(), store(), late)))
    const { rule, runs } = await ruleNow(pool, ruleId)
    expect(runs).toHaveLength(1)
    expect(rule.nextAt).toBe(THREE + 10 * DAY_MS)
  })

  it('pauses when it would delete far more than the last time, and begins with a dry run again', async () => {
    runnerForTest()
    const pool = poolIn(lifeguard.world)
    const rule = { pool, ruleId: await ruleForTest(pool) }
    await store()
      .updateTable('retention_rule')
      .set({ state: 'active', approver_id: 'local', approver_name: 'Ada', last_count: 3, growth: 0 })
      .where('rule_id', '=', rule.ruleId)
      .execute()
    const few = await runWhen(THREE, rule, ({ state }) => state === 'done')
    expect(few.plan?.would).toBe(10)

    lifeguard.world.store.run(
      `with recursive counted(n) as (select 1 union all select n + 1 from counted where n < 150)
      insert into identity (id, pool, disabled, created, modified)
      select 'us-east-1:00000000-0000-4000-8000-' || printf('%012d', n), (select min(number) from pool), 0, 1, 1
      from counted`,
    )
    const many = await runWhen(THREE + DAY_MS, rule, ({ plan, state }) => plan?.would === 150 && state === 'stopped')
    expect(many.reason).toContain('It would delete 150')
    expect((await ruleNow(pool, rule.ruleId)).rule).toMatchObject({ state: 'paused', reason: many.reason })
    expect(await told()).toContain('rule.paused')
    expect(idsIn(lifeguard.world)).toHaveLength(150)

    const later = THREE + 2 * DAY_MS
    await tickRules(store(), store(), later)
    expect((await ruleNow(pool, rule.ruleId)).runs).toHaveLength(2)
    await resumeRule(store(), await readRule(pool, rule.ruleId), later)
    await runWhen(later + DAY_MS, rule, ({ state }) => state === 'awaiting')
    await store()
      .updateTable('retention_rule')
      .set({ next_at: later + 8 * DAY_MS })
      .where('rule_id', '=', rule.ruleId)
      .execute()
    await tickRules(store(), store(), later + 2 * DAY_MS + 1)
    const given = await runWhen(
      later + 2 * DAY_MS + 1,
      rule,
      ({ reason }) => reason === 'Nobody approved it within a day.',
    )
    await expect(approve(rule.ruleId, given.runId, later + 2 * DAY_MS)).rejects.toThrow('does not await approval')
    expect(idsIn(lifeguard.world)).toHaveLength(150)
  })

  it('pauses when whoever approved it may not delete any more', async () => {
    runnerForTest()
    const pool = poolIn(lifeguard.world)
    const rule = { pool, ruleId: await ruleForTest(pool) }
    await store()
      .updateTable('retention_rule')
      .set({ state: 'active', approver_id: 'ada', approver_name: 'Ada', approver_role: 'support' })
      .where('rule_id', '=', rule.ruleId)
      .execute()
    await runWhen(THREE, rule, ({ state }) => state === 'stopped')
    const { state, reason } = (await ruleNow(pool, rule.ruleId)).rule
    expect([state, reason]).toEqual(['paused', 'Ada, who approved it, may not delete here any more.'])
  })

  it('is made by an admin, and says before when', async () => {
    const { rule } = await ruleNow(poolIn(lifeguard.world), await ruleForTest(poolIn(lifeguard.world)))
    const { everyIdentity } = await import('../identity-index/schema.ts')
    const made = {
      pool: poolIn(lifeguard.world),
      name: 'All',
      weekday: 0,
      hour: 3,
      most: 10,
      growth: 0,
      keepList: null,
    }
    const support = { id: 'bob', name: 'Bob', role: 'support' } as const
    const old = { ...everyIdentity, modifiedBefore: '90d' }
    expect(await actingAs(support, () => createRetentionRule({ ...made, filter: old }))).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    expect(await createRetentionRule({ ...made, filter: everyIdentity })).toMatchObject({
      error: { code: 'VALIDATION' },
    })
    expect(rule.filter).toBe('created<2100-01-01')
  })
})
