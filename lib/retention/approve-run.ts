import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { AppError } from '../core/errors.ts'
import type { Db } from '../db/open.ts'
import { latestScan } from '../identity-index/scans.ts'
import type { RetentionPlan, RetentionRule } from './rule.ts'

/** A dry run is approved within a day: later, other identities may be there. */
export const APPROVED_WITHIN_MS = 86_400_000

type Approval = { rule: RetentionRule; runId: string; actor: Actor; at: number }

/**
 * Lets a rule delete, beginning with exactly what its dry run found: its count is what the next run's is compared with.
 * Errors: `CONFLICT` when that does not await approval any more, or the pool was scanned since.
 */
export const approveFirstRun = (db: Db, { rule, runId, actor, at }: Approval): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const run = await transaction
      .updateTable('retention_run')
      .set({ state: 'deleting', claimed_until: 0 })
      .where('run_id', '=', runId)
      .where('rule_id', '=', rule.ruleId)
      .where('state', '=', 'awaiting')
      .where('planned_at', '>', at - APPROVED_WITHIN_MS)
      .returning('plan')
      .executeTakeFirst()
    const planned = run?.plan ?? null
    const plan = planned === null ? null : (JSON.parse(planned) as RetentionPlan)
    const { complete } = await latestScan(transaction, rule)
    if (plan !== null && complete?.scanId !== plan.scanId) throw scannedSince()
    const approver = { approver_id: actor.id, approver_name: actor.name, approver_role: actor.role, approved_at: at }
    const approved = await transaction
      .updateTable('retention_rule')
      .set({ state: 'active', reason: null, last_count: plan?.would ?? null, ...approver })
      .where('rule_id', '=', rule.ruleId)
      .where('version', '=', rule.version)
      .where('state', '=', 'unapproved')
      .returning('rule_id')
      .executeTakeFirst()
    if (plan !== null && approved) return
    throw new AppError({
      code: 'CONFLICT',
      message: 'This dry run does not await approval any more. Nothing was deleted.',
      hint: 'A dry run is approved within a day, and before the rule is changed: run it again.',
    })
  })

const scannedSince = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'The pool was scanned again since this dry run. Nothing was deleted.',
    hint: 'Run the rule again, and approve what it finds now.',
  })
