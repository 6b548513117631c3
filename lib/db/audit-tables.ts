/**
 * How far entries were removed: all up to `sequence`, whose hash is what the first kept entry follows. `operation_id` is
 * the removal, which is an entry itself. Entries recorded since `older_than` are kept.
 */
export type AuditAnchorTable = {
  operation_id: string
  sequence: number
  hash: string
  older_than: number
  removed_at: number
  removed: number
}

/** Work on the log in the background, which one copy of the console does at a time; `sequence`: how far it came. */
export type AuditWorkerTable = { name: string; holder: string | null; until_at: number; sequence: number }
