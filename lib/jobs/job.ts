import type { JobTable } from '../db/job-tables.ts'

/** `draft`: ids are still added. `awaiting`: a second person approves it first. `waiting`: others on the same quota come first. */
export const jobStates = ['draft', 'awaiting', 'waiting', 'running', 'paused', 'done', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** What a job is refused of an item, with the service's code or one of Lifeguard's own. */
export type Refusal = { item: string; code: string }

/** One job as people see it. Times are epoch milliseconds. */
export type Job = {
  jobId: string
  kind: string
  name: string
  connectionId: string
  region: string
  poolId: string | null
  actor: { id: string; name: string; role: string }
  state: JobState
  /** What a person last asked for; whoever works on the job hears of it within a second. */
  wanted: 'run' | 'pause' | 'cancel'
  /** Null where nobody knows it before the end. */
  total: number | null
  done: number
  refused: number
  throttles: number
  /** Milliseconds in which it was worked on. */
  activeMs: number
  /** Why it pauses. */
  reason: string | null
  /** When one that paused by itself is tried again. */
  retryAt: number | null
  retryOf: string | null
  /** The second person who let it start; null where none was asked for. */
  approver: { id: string; name: string } | null
  createdAt: number
  startedAt: number | null
  endedAt: number | null
}

/** A job as the store has it, for people. */
export const toJob = (row: JobTable): Job => ({
  jobId: row.job_id,
  kind: row.kind,
  name: row.name,
  connectionId: row.connection_id,
  region: row.region,
  poolId: row.pool_id,
  actor: { id: row.actor_id, name: row.actor_name, role: row.actor_role },
  state: row.state,
  wanted: row.wanted,
  total: row.total,
  done: row.done,
  refused: row.refused,
  throttles: row.throttles,
  activeMs: row.active_ms,
  reason: row.reason,
  retryAt: row.retry_at,
  retryOf: row.retry_of,
  approver: row.approver_id === null ? null : { id: row.approver_id, name: row.approver_name ?? row.approver_id },
  createdAt: row.created_at,
  startedAt: row.started_at,
  endedAt: row.ended_at,
})

/** Whether a job has come to its end. */
export const hasEnded = ({ state }: Pick<Job, 'state'>): boolean => state === 'done' || state === 'cancelled'
