import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { newOperationId } from '../core/operation-id.ts'
import type { Db } from '../db/open.ts'
import { parseFilter } from '../identity-index/filter-text.ts'
import { startDraft } from '../jobs/start-draft.ts'
import { draftMatching } from '../jobs/start-matching.ts'
import { wantCancel } from '../jobs/want.ts'
import { keptOf } from './keep-lists.ts'
import type { RetentionRule } from './rule.ts'
import { endEmpty, writeRun, type ClaimedRun } from './runs.ts'

/** How many identities a run deletes at most: no rule has more than a job may have. */
export const mostOf = ({ most }: Pick<RetentionRule, 'most'>): number => Math.min(most, config().jobs.maxIdentities)

/** Why nothing is deleted when what must be left is not known any more. */
export const LIST_LOST = 'Its keep list is not whole any more: edit the rule and choose it again.'

type Beginning = { db: Db; read: Db; now: number }
type Person = { actor: Actor; connection: Connection }

/**
 * Starts the job that deletes what a run has planned; a run of which nothing is left by now is done. Returns why that is
 * not possible any more, or null.
 */
export async function beginDeletion(
  { db, read, now }: Beginning,
  claimed: ClaimedRun,
  { actor, connection }: Person,
): Promise<string | null> {
  const { rule, run } = claimed
  if (run.plan === null || rule.state !== 'active') return 'The rule was not approved any more.'
  const kept = await keptOf(read, rule)
  if (kept === null) return LIST_LOST
  const jobId = newOperationId()
  const by = { by: actor.name, at: now }
  const { scanId, scannedAt } = run.plan
  const what = { pool: { connectionId: rule.connectionId, poolId: rule.poolId }, filter: parseFilter(rule.filter) }
  // Nobody looks on, and a job may wait for its turn: each identity is looked at again just before.
  const left = { kept, skipChanged: true }
  const most = { count: mostOf(rule), over: 'cut' } as const
  const job = { jobId, name: rule.name, most, connection, actor, at: now, countedFrom: run.plannedAt ?? now }
  try {
    const count = await draftMatching(db, { ...what, ...left, ...job, scan: { scanId, startedAt: scannedAt } }, read)
    if (count === 0) {
      await wantCancel(db, jobId, by)
      await endEmpty(db, claimed, now)
      return null
    }
  } catch (error) {
    await wantCancel(db, jobId, by).catch(() => undefined)
    if (error instanceof AppError) return error.message
    throw error
  }
  // Whoever writes this alone starts it: another copy may have taken the run meanwhile.
  if (await writeRun(db, claimed, { delete_job_id: jobId })) await startDraft(db, jobId, { needsIds: true, ...by })
  else await wantCancel(db, jobId, by)
  return null
}
