import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { store, type Db } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { completeScan } from '../identity-index/scans.ts'
import { storeScanPage } from '../identity-index/store-scan-page.ts'
import { deleteByFilterJob } from '../jobs/delete-by-filter-job.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { approveFirstRun } from './approve-run.ts'
import { pauseRule, readRule, resumeRule } from './rules.ts'
import { FRIDAY, HOUR_MS, operator, ruleForTest, ruleNow } from './rules-for-tests.ts'
import { beginRun } from './runs.ts'
import { tickRules } from './tick.ts'

const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-0000000000cc' }
const MOST = 5
const COPIES = [1, 2]

/** What is true of a rule, as far as a person may know. `hours`: how often its hour has passed. */
type Model = { now: number; hours: number; asked: number; approved: boolean }
type Real = { db: Db; ruleId: string }
type Step = fc.AsyncCommand<Model, Real>

const step = (name: string, run: (model: Model, real: Real) => Promise<void>): Step => ({
  check: () => true,
  async run(model, real) {
    await run(model, real)
    await holds(model, real)
  },
  toString: () => name,
})

/** What must be so whatever happened. */
async function holds(model: Model, { db, ruleId }: Real) {
  const runs = await db.selectFrom('retention_run').selectAll().where('rule_id', '=', ruleId).execute()
  const open = runs.filter(({ state }) => state !== 'done' && state !== 'stopped')
  expect(open.length).toBeLessThanOrEqual(1)
  expect(runs.filter(({ asked_by: by }) => by === null).length).toBeLessThanOrEqual(model.hours)
  expect(runs.filter(({ asked_by: by }) => by !== null)).toHaveLength(model.asked)
  const jobs = await db.selectFrom('job').selectAll().where('kind', '=', deleteByFilterJob.kind).execute()
  const started = jobs.filter(({ state }) => state !== 'draft' && state !== 'cancelled')
  if (!model.approved) expect(started).toEqual([])
  for (const { total } of started) expect(total).toBeLessThanOrEqual(MOST)
  expect(started.length).toBeLessThanOrEqual(runs.filter(({ delete_job_id: id }) => id !== null).length)
}

const passes = (minutes: number) =>
  step(`${minutes} minutes pass`, async (model) => {
    const hoursBefore = Math.floor((model.now - 3 * HOUR_MS) / (24 * HOUR_MS))
    model.now += minutes * 60_000
    model.hours += Math.floor((model.now - 3 * HOUR_MS) / (24 * HOUR_MS)) - hoursBefore
  })

const ticks = step('two copies look', async ({ now }, { db }) => {
  await Promise.all(COPIES.map(() => tickRules(db, db, now)))
})

const runs = step('a person has it run', async (model, { db, ruleId }) => {
  const rule = await readRule(pool, ruleId)
  const began = await beginRun(db, { rule, askedBy: 'Ada', at: model.now }).catch(() => null)
  if (began === null) return
  if (rule.state === 'paused') throw new Error('A rule that pauses began a run')
  model.asked += 1
})

const approves = step('a person approves', async (model, { db, ruleId }) => {
  const { rule, runs: all } = await ruleNow(pool, ruleId)
  const run = all.find(({ state }) => state === 'awaiting')
  const approval = { rule, runId: run?.runId ?? 'none', actor: operator, at: model.now }
  const isApproved = await approveFirstRun(db, approval).then(
    () => true,
    () => false,
  )
  if (!isApproved) return
  if (!run?.plan?.would) throw new Error('A run that would delete nothing was approved')
  model.approved = true
})

const pauses = step('a person pauses or resumes', async ({ now }, { db, ruleId }) => {
  const rule = await readRule(pool, ruleId)
  if (rule.state === 'paused') return resumeRule(db, rule, now)
  return db.transaction().execute((transaction) => pauseRule(transaction, rule, { reason: null, at: now }))
})

/** In the place of the runner: scans find so many guests, and deletions delete all that they have. */
const works = (guests: number) =>
  step(`jobs are worked on, ${guests} guests are there`, async (_, { db }) => {
    const waiting = await db.selectFrom('job').selectAll().where('state', '=', 'waiting').execute()
    for (const job of waiting) {
      if (job.kind === 'scan-pool') {
        const { scanId } = JSON.parse(job.parameters) as { scanId: number }
        await db.transaction().execute(async (transaction) => {
          await storeScanPage(
            transaction,
            scanId,
            Array.from({ length: guests }, (_guest, index) => guest(index)),
          )
          await completeScan(transaction, scanId)
        })
      }
      await db
        .updateTable('job')
        .set({ state: 'done', done: job.total ?? guests })
        .where('job_id', '=', job.job_id)
        .execute()
    }
  })

const guest = (index: number) => ({
  identityId: `us-east-1:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  state: 'guest' as const,
  logins: [],
  createdAt: 1,
  modifiedAt: 1,
})

/** By chance alone few runs would come so far that a person can approve them. */
const comes = step('a run is begun and comes as far as it may', async (model, real) => {
  for (const one of [runs, ticks, works(3), ticks, approves, ticks]) await one.run(model, real)
})

const steps = fc.commands<Model, Real, false>(
  [
    fc.constantFrom(20, 600, 1_440, 5_000).map(passes),
    fc.constant(ticks),
    fc.constant(ticks),
    fc.constant(runs),
    fc.constant(comes),
    fc.constant(approves),
    fc.constant(pauses),
    fc.nat({ max: 8 }).map(works),
  ],
  { size: '+1', maxCommands: 40 },
)

describe.each(ENGINES)('hours, people and copies in any order on %s', (engine) => {
  consoleForTests({ engine })

  it('begin each run once, and delete nothing before an approval', { timeout: 90_000 }, async () => {
    const db = store()
    let approvals = 0
    await fc.assert(
      fc.asyncProperty(steps, async (commands) => {
        await db.deleteFrom('retention_run').execute()
        await db.deleteFrom('retention_rule').execute()
        await db.deleteFrom('job_chunk').execute()
        await db.deleteFrom('job_chunk_ids').execute()
        await db.deleteFrom('job').execute()
        const ruleId = await ruleForTest(pool, { most: MOST, growth: 1_000 })
        const model: Model = { now: FRIDAY, hours: 0, asked: 0, approved: false }
        await fc.asyncModelRun(() => ({ model, real: { db, ruleId } }), commands)
        approvals += model.approved ? 1 : 0
      }),
      { numRuns: engine === 'sqlite' ? 20 : 10 },
    )
    expect(approvals).toBeGreaterThan(0)
  })
})
