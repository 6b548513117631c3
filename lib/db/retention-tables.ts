/**
 * A rule that deletes by filter each night, or each week on a day (0 is Sunday), at an hour in UTC. `most`: identities
 * of one run. `growth`: percent by which a run may delete more than the last one. `version` counts edits.
 */
export type RetentionRuleTable = {
  rule_id: string
  connection_id: string
  pool_id: string
  name: string
  filter: string
  version: number
  state: 'unapproved' | 'active' | 'paused'
  /** Why it pauses, for people. */
  reason: string | null
  weekday: number | null
  hour: number
  most: number
  growth: number
  maker_id: string
  maker_name: string
  maker_role: string
  made_at: number
  approver_id: string | null
  approver_name: string | null
  approver_role: string | null
  approved_at: number | null
  next_at: number
  /** How many its last run deleted. */
  last_count: number | null
  /** What it must leave: a list, the name of its file and how many ids that has; null without one. */
  keep_list_id: string | null
  keep_list_name: string | null
  keep_list_count: number | null
}

/** A list of ids that a rule of its pool may have. It does not change once a rule has it. */
export type RetentionKeepListTable = { list_id: string; connection_id: string; pool_id: string; made_at: number }

/** An id on such a list. */
export type RetentionKeptTable = { list_id: string; item: string }

/** One run of a rule: a scan, then a deletion. `attempt`: how often it was claimed; whoever has an older one is refused. */
export type RetentionRunTable = {
  run_id: string
  rule_id: string
  state: 'scanning' | 'awaiting' | 'deleting' | 'done' | 'stopped'
  /** The person who asked for it; null when its hour had come. */
  asked_by: string | null
  attempt: number
  claimed_until: number
  begun_at: number
  planned_at: number | null
  ended_at: number | null
  scan_job_id: string | null
  delete_job_id: string | null
  /** What it would delete, as JSON. */
  plan: string | null
  reason: string | null
}

/** A message that is not yet delivered. */
export type WebhookMessageTable = {
  message_id: string
  body: string
  made_at: number
  next_at: number
  attempts: number
}
