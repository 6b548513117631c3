import type { Selectable } from 'kysely'
import type { RetentionRuleTable, RetentionRunTable } from '../db/retention-tables.ts'

/** When a rule runs, in UTC: each night at an hour, or each week on a day (0 is Sunday). */
export type RetentionHours = { weekday: number | null; hour: number }

/** What a rule must leave: a list, the name of the file that it was, and how many ids that has. */
export type KeepListOfRule = { listId: string; name: string; count: number }

type Person = { id: string; name: string; role: string }

/** One rule of a pool. Times are epoch milliseconds; `filter` is in its text form. */
export type RetentionRule = RetentionHours & {
  ruleId: string
  connectionId: string
  poolId: string
  name: string
  filter: string
  version: number
  /** `unapproved`: its next run is a dry run, which a person approves. */
  state: 'unapproved' | 'active' | 'paused'
  /** Why it pauses. */
  reason: string | null
  /** Identities of one run at most. */
  most: number
  /** Percent by which a run may delete more than the last one. */
  growth: number
  maker: Person
  approver: Person | null
  approvedAt: number | null
  nextAt: number
  /** How many its last run deleted. */
  lastCount: number | null
  keepList: KeepListOfRule | null
}

/** What a run would delete: `would` is what of `left` one run may have; `kept` of its keep list match besides. */
export type RetentionPlan = {
  scanId: number
  scannedAt: number
  left: number
  would: number
  kept?: number
  signedIn: number
  sample: string[]
}

/** One run of a rule. */
export type RetentionRun = {
  runId: string
  state: RetentionRunTable['state']
  /** The person who asked for it; null when its hour had come. */
  askedBy: string | null
  begunAt: number
  plannedAt: number | null
  endedAt: number | null
  scanJobId: string | null
  deleteJobId: string | null
  plan: RetentionPlan | null
  reason: string | null
}

/** A rule as the store has it. */
export const toRule = (row: Selectable<RetentionRuleTable>): RetentionRule => ({
  ruleId: row.rule_id,
  connectionId: row.connection_id,
  poolId: row.pool_id,
  name: row.name,
  filter: row.filter,
  version: row.version,
  state: row.state,
  reason: row.reason,
  weekday: row.weekday,
  hour: row.hour,
  most: row.most,
  growth: row.growth,
  maker: { id: row.maker_id, name: row.maker_name, role: row.maker_role },
  approver:
    row.approver_id === null
      ? null
      : { id: row.approver_id, name: row.approver_name ?? '', role: row.approver_role ?? 'viewer' },
  approvedAt: row.approved_at,
  nextAt: row.next_at,
  lastCount: row.last_count,
  keepList:
    row.keep_list_id === null
      ? null
      : { listId: row.keep_list_id, name: row.keep_list_name ?? '', count: row.keep_list_count ?? 0 },
})

/** A run as the store has it. */
export const toRun = (row: Selectable<RetentionRunTable>): RetentionRun => ({
  runId: row.run_id,
  state: row.state,
  askedBy: row.asked_by,
  begunAt: row.begun_at,
  plannedAt: row.planned_at,
  endedAt: row.ended_at,
  scanJobId: row.scan_job_id,
  deleteJobId: row.delete_job_id,
  plan: row.plan === null ? null : (JSON.parse(row.plan) as RetentionPlan),
  reason: row.reason,
})
