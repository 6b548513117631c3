/** Who may work on a quota, until when, and how often that changed hands; safety rests on the epoch alone. */
export type QuotaLeaseTable = { quota_key: string; owner: string | null; until_at: number; epoch: number }

/**
 * One job. `wanted` is written by people, `state` by whoever has the lease of its quota, save the start of a draft.
 * `total` is null where nobody knows it before the end.
 */
export type JobTable = {
  job_id: string
  kind: string
  name: string
  /** JSON. */
  parameters: string
  quota_key: string
  connection_id: string
  region: string
  pool_id: string | null
  actor_id: string
  actor_name: string
  actor_role: string
  state: 'draft' | 'awaiting' | 'waiting' | 'running' | 'paused' | 'done' | 'cancelled'
  wanted: 'run' | 'pause' | 'cancel'
  total: number | null
  done: number
  refused: number
  throttles: number
  /** Milliseconds in which it was worked on. */
  active_ms: number
  /** Where the next page of a list begins. */
  cursor: string | null
  /** Why it pauses, for people. */
  reason: string | null
  /** When one that paused by itself is tried again; null where that takes a person. */
  retry_at: number | null
  /** The job whose refused ids it repeats. */
  retry_of: string | null
  /** The second person who let it start, where the configuration asks for one. */
  approver_id: string | null
  approver_name: string | null
  created_at: number
  started_at: number | null
  ended_at: number | null
}

/** The ids of a job, at most 60 a row as a JSON array; never changed once it is started. */
export type JobChunkIdsTable = { job_id: string; number: number; ids: string }

/** What became of them. `sent_epoch`: under which epoch of the lease they may have been sent; null for never. */
export type JobChunkTable = { job_id: string; number: number; state: 'waiting' | 'done'; sent_epoch: number | null }

/** What of a job was refused, with the service's code. */
export type JobRefusalTable = { job_id: string; item: string; code: string }

/** What a job that only looks has found of an item, as JSON. */
export type JobFoundTable = { job_id: string; item: string; found: string }

/** What the filter of a job must leave. */
export type JobKeptTable = { job_id: string; item: string }

/** What a job got done in the second that began then. */
export type JobRateTable = { job_id: string; at: number; done: number; throttles: number }

/** What happened to a job, in words. */
export type JobEventTable = { job_id: string; at: number; event_id: string; kind: string; text: string }
