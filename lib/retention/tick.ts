import 'server-only'
import type { Db } from '../db/open.ts'
import { log } from '../log/log.ts'
import { APPROVED_WITHIN_MS } from './approve-run.ts'
import { dropKeepLists } from './keep-lists.ts'
import { beginDueRuns, claimRuns, writeRun } from './runs.ts'
import { stepRun } from './step-run.ts'

/**
 * One look at all rules: begins what is due, goes on with what is under way, and ends what nobody approved in time.
 * `now`: epoch milliseconds; `read`: where the index is read. Stopped by `signal` between runs.
 */
export async function tickRules(db: Db, read: Db, now: number, signal?: AbortSignal): Promise<void> {
  await beginDueRuns(db, now)
  await db
    .updateTable('retention_run')
    .set({ state: 'stopped', reason: 'Nobody approved it within a day.', ended_at: now })
    .where('state', '=', 'awaiting')
    .where('planned_at', '<=', now - APPROVED_WITHIN_MS)
    .execute()
  for (const claimed of await claimRuns(db, now))
    try {
      if (signal?.aborted) continue
      await stepRun({ db, read, now }, claimed)
    } catch (error) {
      log().warn({ err: error, rule: claimed.rule.ruleId }, 'A retention rule could not go on')
    } finally {
      await writeRun(db, claimed, { claimed_until: 0 })
    }
  // At last: what cannot be cleaned up holds no rule up.
  await dropKeepLists(db, { at: now, signal })
}
