import 'server-only'
import type { Transaction } from 'kysely'
import type { Actor } from '../auth/actor.ts'
import { AppError } from '../core/errors.ts'
import type { PoolRef } from '../core/refs.ts'
import { store, type Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { printFilter } from '../identity-index/filter-text.ts'
import { tellWebhook } from '../webhook/tell.ts'
import { giveUpKeepList, requireWhole } from './keep-lists.ts'
import { nextTime } from './next-time.ts'
import { toRule, toRun, type RetentionRule, type RetentionRun } from './rule.ts'
import { stopOpenRun } from './runs.ts'
import type { RuleSettings } from './schema.ts'

const SHOWN_RUNS = 20

export type RuleWithRuns = { rule: RetentionRule; runs: RetentionRun[] }

/** A pool's rules in the order in which they were made, each with its last runs, newest first. */
export async function rulesOf({ connectionId, poolId }: PoolRef, db: Db = store()): Promise<RuleWithRuns[]> {
  const rows = await db
    .selectFrom('retention_rule')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .orderBy('made_at')
    .orderBy('rule_id')
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const runs = await db
        .selectFrom('retention_run')
        .selectAll()
        .where('rule_id', '=', row.rule_id)
        .orderBy('begun_at', 'desc')
        .limit(SHOWN_RUNS)
        .execute()
      return { rule: toRule(row), runs: runs.map(toRun) }
    }),
  )
}

/** A rule of a pool. Errors: `NOT_FOUND`. */
export async function readRule({ connectionId, poolId }: PoolRef, ruleId: string, db: Db = store()) {
  const row = await db
    .selectFrom('retention_rule')
    .selectAll()
    .where('rule_id', '=', ruleId)
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
  if (row) return toRule(row)
  throw new AppError({ code: 'NOT_FOUND', message: 'There is no such rule.', hint: 'Somebody deleted it.' })
}

type NewRule = { ruleId: string; pool: PoolRef; settings: RuleSettings; actor: Actor; at: number }

const valuesOf = ({ filter, keepList, ...settings }: RuleSettings) => ({
  ...settings,
  filter: printFilter(filter),
  keep_list_id: keepList?.listId ?? null,
  keep_list_name: keepList?.name ?? null,
  keep_list_count: keepList?.count ?? null,
})

const NOT_APPROVED = { approver_id: null, approver_name: null, approver_role: null, approved_at: null }

/**
 * Keeps a new rule, which deletes nothing before a person has approved its first run. Errors: `CONFLICT` when its keep
 * list is not there.
 */
export const makeRule = (db: Db, { ruleId, pool, settings, actor, at }: NewRule): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await requireWhole(transaction, pool, settings.keepList)
    await transaction
      .insertInto('retention_rule')
      .values({
        rule_id: ruleId,
        connection_id: pool.connectionId,
        pool_id: pool.poolId,
        ...valuesOf(settings),
        version: 1,
        state: 'unapproved',
        reason: null,
        maker_id: actor.id,
        maker_name: actor.name,
        maker_role: actor.role,
        made_at: at,
        ...NOT_APPROVED,
        next_at: nextTime(settings, at),
        last_count: null,
      })
      .execute()
  })

type Change = { ruleId: string; pool: PoolRef; version: number; settings: RuleSettings; at: number }

/** Changes a rule, which has to be approved again. Errors: `CONFLICT` when somebody else changed it meanwhile, or its list is gone. */
export const changeRule = (db: Db, { ruleId, pool, version, settings, at }: Change): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await requireWhole(transaction, pool, settings.keepList)
    const before = await transaction
      .selectFrom('retention_rule')
      .select('keep_list_id')
      .where('rule_id', '=', ruleId)
      .executeTakeFirst()
    const again = { state: 'unapproved', reason: null, next_at: nextTime(settings, at), ...NOT_APPROVED } as const
    const changed = await transaction
      .updateTable('retention_rule')
      .set({ ...valuesOf(settings), ...again, version: version + 1 })
      .where('rule_id', '=', ruleId)
      .where('version', '=', version)
      .returning('rule_id')
      .executeTakeFirst()
    if (!changed) throw changedMeanwhile()
    await giveUpKeepList(transaction, before?.keep_list_id ?? null)
    await stopOpenRun(transaction, ruleId, 'The rule was changed.', at)
  })

/** Lets a paused rule go on: its next run is a dry run again. Errors: `CONFLICT` when it does not pause. */
export async function resumeRule(db: Db, rule: RetentionRule, at: number): Promise<void> {
  const resumed = await db
    .updateTable('retention_rule')
    .set({ state: 'unapproved', reason: null, next_at: nextTime(rule, at), ...NOT_APPROVED })
    .where('rule_id', '=', rule.ruleId)
    .where('state', '=', 'paused')
    .returning('rule_id')
    .executeTakeFirst()
  if (!resumed) throw changedMeanwhile()
}

/** Pauses a rule, of which programs elsewhere hear. `reason`: why, where it was not a person who wanted it. */
export async function pauseRule(
  db: Transaction<Tables>,
  rule: RetentionRule,
  { reason, at }: { reason: string | null; at: number },
): Promise<void> {
  await db.updateTable('retention_rule').set({ state: 'paused', reason }).where('rule_id', '=', rule.ruleId).execute()
  await stopOpenRun(db, rule.ruleId, reason ?? 'The rule was paused.', at)
  const { ruleId, connectionId, poolId } = rule
  await tellWebhook(db, { event: 'rule.paused', rule: { ruleId, connectionId, poolId, runId: null, would: null } }, at)
}

/** Takes a rule away with the list of its runs; their jobs and the audit log stay. */
export const dropRule = (db: Db, ruleId: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('retention_run').where('rule_id', '=', ruleId).execute()
    const dropped = await transaction
      .deleteFrom('retention_rule')
      .where('rule_id', '=', ruleId)
      .returning('keep_list_id')
      .executeTakeFirst()
    await giveUpKeepList(transaction, dropped?.keep_list_id ?? null)
  })

const changedMeanwhile = () =>
  new AppError({ code: 'CONFLICT', message: 'Somebody changed this rule meanwhile.', hint: 'Look at it again.' })
