import type { Snapshot } from '../code/snapshot.ts'
import type { ErrorCode } from '../core/errors.ts'
import type { Pool } from '../pools/pool.ts'

/** A part of a pool that could not be read before the pool was deleted; `provider` for principal tags. */
export type UnreadPart = { part: 'roles' | 'principal-tags'; provider: string | null; code: ErrorCode }

/** A pool as it was when it was deleted: what it can be made from again, and what is missing of that. */
export type DeletedPool = Omit<Snapshot, 'roles'> & {
  pool: Pool
  /** Null when they could not be read. */
  roles: Snapshot['roles'] | null
  notRead: UnreadPart[]
}
