import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { log } from '../log/log.ts'
import { hasEnded, type Job } from './job.ts'
import { progressOf, type JobProgress } from './job-progress.ts'
import { readLatestJobs } from './latest-jobs.ts'

/** Hears where jobs stand whose rows are other than before. */
export type JobListener = (changed: readonly JobProgress[]) => void

type Watch = { listeners: Set<JobListener>; told: Map<string, string>; isLooking: boolean }

const LOOK_MS = 750
/** So long after its end a job may still be news. */
const LATE_MS = 60_000

const holder = globalThis as typeof globalThis & { lifeguardJobWatch?: Watch }

/**
 * Tells how jobs go on, whichever copy of the console works on them. The store is looked at only while somebody
 * listens, and once for all who do. Returns the disconnect.
 */
export function watchJobs(listener: JobListener): () => void {
  const watch = (holder.lifeguardJobWatch ??= { listeners: new Set(), told: new Map(), isLooking: false })
  watch.listeners.add(listener)
  if (!watch.isLooking) void look(watch)
  return () => void watch.listeners.delete(listener)
}

async function look(watch: Watch): Promise<void> {
  watch.isLooking = true
  let failed = false
  while (watch.listeners.size > 0) {
    try {
      const changed = await changedJobs(watch.told)
      if (changed.length > 0) for (const listener of watch.listeners) listener(changed)
      failed = false
    } catch (error) {
      if (!failed) log().warn({ err: error }, 'The store does not say how jobs go on')
      failed = true
    }
    await wait(LOOK_MS, undefined, { ref: false })
  }
  watch.isLooking = false
  watch.told.clear()
}

async function changedJobs(told: Map<string, string>): Promise<JobProgress[]> {
  const jobs = await readLatestJobs(Date.now() - LATE_MS)
  const changed = jobs.filter((job) => told.get(job.jobId) !== signatureOf(job))
  const progress = await Promise.all(changed.map((job) => progressOf(job)))
  const known = new Set(jobs.map(({ jobId }) => jobId))
  for (const jobId of told.keys()) if (!known.has(jobId)) told.delete(jobId)
  for (const job of changed) told.set(job.jobId, signatureOf(job))
  return progress
}

/** A job that is worked on is told again each time: its rate changes by itself. */
const signatureOf = (job: Job): string =>
  JSON.stringify([job.state, job.wanted, job.total, job.done, job.refused, job.throttles, job.reason, job.retryAt]) +
  (job.state === 'running' && !hasEnded(job) ? Math.floor(Date.now() / RATE_MS) : '')

const RATE_MS = 2_000
