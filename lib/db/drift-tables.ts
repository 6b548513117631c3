/**
 * What was last seen of a pool through a connection. `parts` is JSON without secrets, `form` says in which form and
 * under which key; `version` counts its writes. `changed_at`: when it was last found changed outside, since
 * `changed_since`, in so many places.
 */
export type PoolSeenTable = {
  connection_id: string
  pool_id: string
  form: string
  parts: string
  version: number
  seen_at: number
  changed_since: number | null
  changed_at: number | null
  changes: number | null
}
