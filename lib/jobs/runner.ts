import 'server-only'
import { randomUUID } from 'node:crypto'
import { isEmbedded } from '../db/is-embedded.ts'
import type { Db } from '../db/open.ts'
import { log } from '../log/log.ts'
import { createBell } from './bell.ts'
import { endStretch } from './end-stretch.ts'
import type { Job } from './job.ts'
import type { JobKind, JobWork } from './job-kind.ts'
import { usualPace, type Ending, type JobPace } from './job-run.ts'
import { kindNamed } from './kinds.ts'
import { leaseSession, type LeaseSession } from './lease-session.ts'
import { nextJob, quotasWithWork, type JobToRun } from './next-job.ts'
import { claimLease, LeaseLost, releaseLease, takeAllLeases } from './quota-lease.ts'
import { runJob } from './run-job.ts'
import { settleCancelled } from './settle-cancelled.ts'

export type RunnerOptions = {
  db: Db
  kinds: readonly JobKind[]
  /** Epoch milliseconds. */
  now?: () => number
  /** After this without a sign of life another copy goes on. */
  leaseMs?: number
  /** How often new work is looked for. */
  lookMs?: number
  pace?: JobPace
  /** Comes before all work. */
  first?: (stop: AbortSignal) => Promise<void>
}

/** Works on jobs until it is stopped, on any copy of the console. */
export type Runner = {
  /** Looks for work at once. */
  wake: () => void
  /** Sends nothing more, stores what came, and lets other copies go on. */
  stop: () => Promise<void>
}

const LEASE_MS = 10_000
const LOOK_MS = 500
/** So often, which takes half an hour, what a cancelled job has done is looked at before it counts as not known. */
const MOST_LOOKS = 12

/** One job at a time on each quota, in order; jobs of different quotas go on beside each other. */
export function startRunner(options: RunnerOptions): Runner {
  const { db, kinds, now = Date.now, leaseMs = LEASE_MS, lookMs = LOOK_MS, pace = usualPace } = options
  const bell = createBell()
  const stopping = new AbortController()
  const { signal: stop } = stopping
  const times = { leaseMs, now }
  const busy = new Map<string, Promise<void>>()
  /** How often jobs paused by themselves since something came of them, and how often a cancel could not be settled. */
  const attempts = new Map<string, number>()
  const looks = new Map<string, number>()

  const workOn = async (session: LeaseSession, next: JobToRun) => {
    const { job } = next
    const kind = kindNamed(job.kind, kinds)
    if (job.wanted === 'cancel') return endCancelled(session, next)
    if (kind === null) return
    if (job.wanted === 'pause') return close(session, job, { ending: { ended: 'wanted', wanted: 'pause' }, work: null })
    const before = attempts.get(job.jobId) ?? 0
    keep(attempts, job, await runJob({ ...next, db, kind, session, stop, now, pace, attempts: before }))
  }
  const endCancelled = async (session: LeaseSession, next: JobToRun) => {
    const { job } = next
    const before = looks.get(job.jobId) ?? 0
    const kind = kindNamed(job.kind, kinds)
    const settled = await settleCancelled({ ...next, kind, session, stop, now, isLast: before >= MOST_LOOKS })
    if (settled === null) return
    keep(looks, job, settled.ending.ended === 'paused' ? before + 1 : 0)
    await close(session, job, { ...settled, attempts: before })
  }
  const close = (
    session: LeaseSession,
    job: Job,
    { ending, work, attempts: failed = 0 }: Closing,
  ): Promise<Job['state']> =>
    session.write((transaction) =>
      endStretch(transaction, ending, { job, work, at: now(), attempts: failed, isSettled: true }),
    )
  /** Whether there was something to do: then more may have come of it. */
  const workOnQuota = async (quotaKey: string): Promise<boolean> => {
    const claim = await claimLease(db, quotaKey, randomUUID(), times)
    if (!claim) return false
    const session = leaseSession(db, claim, times, stop)
    try {
      const next = await nextJob(db, quotaKey, { kinds, now: now() })
      if (!next || stop.aborted) return false
      await workOn(session, next)
      return true
    } finally {
      await releaseLease(db, session.claim())
    }
  }
  const attendTo = async (quotaKey: string) => {
    const hasWorked = await workOnQuota(quotaKey).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) log().error({ err: error, quota: quotaKey }, 'Work on a job broke off')
      return false
    })
    busy.delete(quotaKey)
    if (hasWorked) bell.ring()
  }
  const look = async () => {
    for (const quotaKey of await quotasWithWork(db, { kinds, now: now() })) {
      if (busy.has(quotaKey) || stop.aborted) continue
      busy.set(quotaKey, attendTo(quotaKey))
    }
  }
  const running = (async () => {
    await options.first?.(stop)
    while (!stop.aborted) {
      await look().catch((error: unknown) => log().warn({ err: error }, 'The store does not say which jobs wait'))
      if (!stop.aborted) await bell.heard(lookMs)
    }
  })()
  return {
    wake: bell.ring,
    async stop() {
      stopping.abort()
      bell.ring()
      await running
      await Promise.all(busy.values())
    },
  }
}

type Closing = { ending: Ending; work: JobWork | null; attempts?: number }

function keep(counts: Map<string, number>, { jobId }: Job, count: number): void {
  if (count > 0) counts.set(jobId, count)
  else counts.delete(jobId)
}

/** Makes the start of the embedded store the end of whoever worked on it before. */
export async function takeOver(db: Db): Promise<void> {
  if (isEmbedded(db)) await takeAllLeases(db)
}
