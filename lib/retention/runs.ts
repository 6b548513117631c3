import 'server-only'
import type { Transaction } from 'kysely'
import { AppError } from '../core/errors.ts'
import { newOperationId } from '../core/operation-id.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { nextTime } from './next-time.ts'
import { toRule, toRun, type RetentionRule, type RetentionRun } from './rule.ts'

/** The states of a run that goes on by itself, and with them the one that waits for a person. */
const GOING = ['scanning', 'deleting'] as const
const OPEN = ['awaiting', ...GOING] as const
/** After so long another copy may go on with a run. */
const CLAIM_MS = 120_000

/** Begins the runs of rules whose hour has come, each once, however many copies look. */
export async function beginDueRuns(db: Db, now: number): Promise<void> {
  const due = await db
    .selectFrom('retention_rule')
    .selectAll()
    .where('state', 'in', ['unapproved', 'active'])
    .where('next_at', '<=', now)
    .execute()
  for (const row of due)
    await db.transaction().execute(async (transaction) => {
      const mine = await transaction
        .updateTable('retention_rule')
        .set({ next_at: nextTime(row, now) })
        .where('rule_id', '=', row.rule_id)
        .where('next_at', '=', row.next_at)
        .where('state', 'in', ['unapproved', 'active'])
        .returning('rule_id')
        .executeTakeFirst()
      if (!mine) return
      await supersede(transaction, row.rule_id, now)
      await insertRun(transaction, { rule: toRule(row), askedBy: null, at: now })
    })
}

/** A dry run that nobody approved so far gives way: the next one knows the pool as it is now. */
async function supersede(db: Transaction<Tables>, ruleId: string, at: number): Promise<void> {
  await db
    .updateTable('retention_run')
    .set({ state: 'stopped', reason: 'A newer dry run took its place.', ended_at: at })
    .where('rule_id', '=', ruleId)
    .where('state', '=', 'awaiting')
    .execute()
}

type NewRun = { rule: RetentionRule; askedBy: string | null; at: number }

/**
 * Begins a run that a person asks for, in the place of a dry run that nobody approved so far; its id. Errors: `CONFLICT`
 * when one goes on, or the rule pauses.
 */
export async function beginRun(db: Db, run: NewRun): Promise<string> {
  if (run.rule.state === 'paused')
    throw new AppError({ code: 'CONFLICT', message: 'This rule pauses.', hint: 'Let it go on first.' })
  const runId = await db.transaction().execute(async (transaction) => {
    await supersede(transaction, run.rule.ruleId, run.at)
    return insertRun(transaction, run)
  })
  if (runId !== null) return runId
  throw new AppError({
    code: 'CONFLICT',
    message: 'A run of this rule is under way.',
    hint: 'Look at it in the list of its runs.',
  })
}

/** Its id, or null when the rule has one that is open. */
async function insertRun(db: Transaction<Tables>, { rule, askedBy, at }: NewRun): Promise<string | null> {
  const empty = { planned_at: null, ended_at: null, scan_job_id: null, delete_job_id: null, plan: null, reason: null }
  const begun = { state: 'scanning', asked_by: askedBy, attempt: 0, claimed_until: 0, begun_at: at } as const
  const row = await db
    .insertInto('retention_run')
    .values({ run_id: newOperationId(), rule_id: rule.ruleId, ...begun, ...empty })
    .onConflict((conflict) => conflict.doNothing())
    .returning('run_id')
    .executeTakeFirst()
  return row?.run_id ?? null
}

/** A run that one copy works on; what it writes counts only while nobody has a later attempt. */
export type ClaimedRun = { run: RetentionRun; rule: RetentionRule; attempt: number }

/** Takes the runs that go on and that nobody works on. */
export async function claimRuns(db: Db, now: number): Promise<ClaimedRun[]> {
  const rows = await db
    .selectFrom('retention_run')
    .selectAll()
    .where('state', 'in', GOING)
    .where('claimed_until', '<=', now)
    .execute()
  const claimed: ClaimedRun[] = []
  for (const row of rows) {
    const attempt = row.attempt + 1
    const mine = await db
      .updateTable('retention_run')
      .set({ attempt, claimed_until: now + CLAIM_MS })
      .where('run_id', '=', row.run_id)
      .where('attempt', '=', row.attempt)
      .where('state', 'in', GOING)
      .returningAll()
      .executeTakeFirst()
    const rule = await db.selectFrom('retention_rule').selectAll().where('rule_id', '=', row.rule_id).executeTakeFirst()
    if (mine && rule) claimed.push({ run: toRun(mine), rule: toRule(rule), attempt })
  }
  return claimed
}

/** Writes to a claimed run; whether it still was this copy's. */
export async function writeRun(
  db: Db,
  { run, attempt }: ClaimedRun,
  values: Partial<Tables['retention_run']>,
): Promise<boolean> {
  const written = await db
    .updateTable('retention_run')
    .set(values)
    .where('run_id', '=', run.runId)
    .where('attempt', '=', attempt)
    .where('state', 'in', GOING)
    .returning('run_id')
    .executeTakeFirst()
  return written !== undefined
}

/** Ends a claimed run that finds nothing to delete; whether it still was this copy's. */
export const endEmpty = (
  db: Db,
  claimed: ClaimedRun,
  now: number,
  planned: Partial<Tables['retention_run']> = {},
): Promise<boolean> =>
  writeRun(db, claimed, { ...planned, state: 'done', ended_at: now, reason: 'There was nothing to delete.' })

/** Ends what of a rule scans or awaits approval; a deletion that has begun is a job, which goes on. */
export async function stopOpenRun(db: Db, ruleId: string, reason: string, at: number): Promise<void> {
  await db
    .updateTable('retention_run')
    .set({ state: 'stopped', reason, ended_at: at })
    .where('rule_id', '=', ruleId)
    .where('state', 'in', OPEN)
    .where('delete_job_id', 'is', null)
    .execute()
}
