import 'server-only'
import type { Db } from '../db/open.ts'

/** A pool that nobody looked at for so long is not compared any more. */
const KEPT_MS = 400 * 86_400_000

/** Lets go of what was seen of pools that nobody looks at, such as those that are gone. */
export const forgetOld = async (db: Db, now = Date.now()): Promise<void> =>
  void (await db
    .deleteFrom('pool_seen')
    .where('seen_at', '<', now - KEPT_MS)
    .execute())
