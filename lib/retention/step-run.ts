import 'server-only'
import { errorShape } from '../core/errors.ts'
import { newOperationId } from '../core/operation-id.ts'
import type { Db } from '../db/open.ts'
import { parseFilter } from '../identity-index/filter-text.ts'
import { withoutKept } from '../identity-index/keep-list.ts'
import { beginScan } from '../identity-index/scans.ts'
import type { Job } from '../jobs/job.ts'
import { scanPoolKind } from '../jobs/kinds.ts'
import { planMatching } from '../jobs/matching-plan.ts'
import { readJob } from '../jobs/read-jobs.ts'
import { startDraft } from '../jobs/start-draft.ts'
import { startScan } from '../jobs/start-scan.ts'
import { wantCancel } from '../jobs/want.ts'
import { tellWebhook } from '../webhook/tell.ts'
import { beginDeletion, LIST_LOST, mostOf } from './begin-deletion.ts'
import { keptOf } from './keep-lists.ts'
import { mayStill } from './may-still.ts'
import type { RetentionPlan, RetentionRule } from './rule.ts'
import { pauseRule } from './rules.ts'
import { endEmpty, writeRun, type ClaimedRun } from './runs.ts'
import { grouped } from '../core/grouped.ts'

/** `now`: epoch milliseconds. `read`: where the index is read. */
export type Stepping = { db: Db; read: Db; now: number }

/** So few are never told as more than the last time. */
const FEW = 100

/** Does what a run can do now: begins its scan, looks at what that found, or begins and ends its deletion. */
export async function stepRun(stepping: Stepping, claimed: ClaimedRun): Promise<void> {
  const { run, rule } = claimed
  if (run.deleteJobId !== null) return finish(stepping, claimed)
  if (run.scanJobId !== null && run.state === 'scanning') return plan(stepping, claimed)
  const person = await mayStill(rule)
  if ('lost' in person) return pause(stepping, claimed, person.lost)
  if (run.state === 'scanning') return scan(stepping, claimed, person)
  const refusal = await beginDeletion(stepping, claimed, person)
  if (refusal !== null) await pause(stepping, claimed, refusal)
}

type Person = Exclude<Awaited<ReturnType<typeof mayStill>>, { lost: string }>

async function scan({ db, now }: Stepping, claimed: ClaimedRun, person: Person): Promise<void> {
  const { rule } = claimed
  const job = await startScan(db, {
    jobId: newOperationId(),
    kind: scanPoolKind,
    pool: rule,
    name: `Scan pool for ${rule.name}`,
    ...person,
    at: now,
    begin: (transaction, pool) => beginScan(transaction, pool, now),
  })
  await writeRun(db, claimed, { scan_job_id: job.jobId })
}

async function plan(stepping: Stepping, claimed: ClaimedRun): Promise<void> {
  const { db, read, now } = stepping
  const { rule, run } = claimed
  const job = await jobOf(db, claimed, run.scanJobId)
  if (job === null || job.state === 'cancelled') return stop(stepping, claimed, 'Its scan was cancelled.')
  if (waitsForPerson(job)) return pause(stepping, claimed, unscanned(job))
  if (job.state !== 'done') return
  const listed = await keptOf(read, rule)
  if (listed === null) return pause(stepping, claimed, LIST_LOST)
  const planned = await planOf({ rule, listed }, now, read)
  const { would } = planned
  const kept = { plan: JSON.stringify(planned), planned_at: now }
  if (would === 0) return void (await endEmpty(db, claimed, now, kept))
  if (rule.state === 'unapproved') return awaitApproval(stepping, claimed, { kept, would })
  if (rule.lastCount !== null && would > Math.max(rule.lastCount, FEW) * (1 + rule.growth / 100)) {
    await writeRun(db, claimed, kept)
    const said = `It would delete ${grouped(would)}, over ${rule.growth} % more than the ${grouped(rule.lastCount)} of the last run.`
    return pause(stepping, claimed, said)
  }
  await writeRun(db, claimed, { ...kept, state: 'deleting' })
}

/** Not one that a person let pause: whoever did so knows. */
const waitsForPerson = ({ state, wanted, retryAt }: Job) => state === 'paused' && wanted === 'run' && retryAt === null

const unscanned = ({ reason }: Job) =>
  `Its scan waits for a person${reason === null ? '.' : `: ${reason}`} Resume or cancel that scan on its page, then resume the rule.`

type Planning = { rule: RetentionRule; listed: ReadonlySet<string> }

/** What a run would delete of the newest scan. What the keep list has counts nowhere but as kept. */
async function planOf({ rule, listed }: Planning, now: number, read: Db): Promise<RetentionPlan> {
  const matching = { pool: rule, filter: parseFilter(rule.filter), kept: listed, maxAgeMs: Infinity }
  const { scan, left, kept, signedIn, sample } = await planMatching(matching, now, read)
  const users = { ...matching, filter: { ...matching.filter, states: ['authenticated' as const] } }
  const ids = sample.map(({ identityId }) => identityId)
  return {
    scanId: scan.scanId,
    scannedAt: scan.startedAt,
    left,
    would: Math.min(left, mostOf(rule)),
    kept,
    signedIn: kept === 0 || signedIn === 0 ? signedIn : (await planMatching(users, now, read)).left,
    sample: withoutKept(ids, { ids: listed }),
  }
}

type Planned = { kept: { plan: string; planned_at: number }; would: number }

const awaitApproval = ({ db, now }: Stepping, claimed: ClaimedRun, { kept, would }: Planned): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const { ruleId, connectionId, poolId } = claimed.rule
    if (!(await writeRun(transaction, claimed, { ...kept, state: 'awaiting' }))) return
    const rule = { ruleId, connectionId, poolId, runId: claimed.run.runId, would }
    await tellWebhook(transaction, { event: 'rule.awaits-approval', rule }, now)
  })

async function finish(stepping: Stepping, claimed: ClaimedRun): Promise<void> {
  const { db, now } = stepping
  const job = await jobOf(db, claimed, claimed.run.deleteJobId)
  if (job === null) return stop(stepping, claimed, 'Its deletion is forgotten.')
  // Whoever ends a deletion does not want the next one to begin by itself.
  if (job.state === 'cancelled') return pause(stepping, claimed, 'Its deletion was cancelled.')
  if (job.state === 'draft') return startDrafted(stepping, claimed, job)
  if (job.state === 'paused' && job.retryAt === null) return pauseIfLost(stepping, claimed)
  if (job.state !== 'done') return
  await db.transaction().execute(async (transaction) => {
    if (!(await writeRun(transaction, claimed, { state: 'done', ended_at: now }))) return
    await transaction
      .updateTable('retention_rule')
      .set({ last_count: job.done })
      .where('rule_id', '=', claimed.rule.ruleId)
      .execute()
  })
}

/** Starts what another copy put together and did not start; the draft of nothing is dropped. */
async function startDrafted({ db, now }: Stepping, claimed: ClaimedRun, { jobId, actor, total }: Job): Promise<void> {
  const by = { by: actor.name, at: now }
  if (total !== null && total > 0) return startDraft(db, jobId, { needsIds: true, ...by })
  if (await endEmpty(db, claimed, now)) await wantCancel(db, jobId, by)
}

/** A deletion that waits for a person may do so because whoever answers for the rule may not delete any more. */
async function pauseIfLost(stepping: Stepping, claimed: ClaimedRun): Promise<void> {
  const person = await mayStill(claimed.rule)
  if ('lost' in person) await pause(stepping, claimed, person.lost)
}

const stop = async ({ db, now }: Stepping, claimed: ClaimedRun, reason: string): Promise<void> =>
  void (await writeRun(db, claimed, { state: 'stopped', reason, ended_at: now }))

const pause = ({ db, now }: Stepping, claimed: ClaimedRun, reason: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const isMine = await writeRun(transaction, claimed, { state: 'stopped', reason, ended_at: now })
    if (isMine) await pauseRule(transaction, claimed.rule, { reason, at: now })
  })

/** Null when it is forgotten. */
const jobOf = (db: Db, { rule }: ClaimedRun, jobId: string | null): Promise<Job | null> =>
  jobId === null
    ? Promise.resolve(null)
    : readJob(jobId, rule.connectionId, db).catch((error: unknown) => {
        if (errorShape(error).code === 'NOT_FOUND') return null
        throw error
      })
