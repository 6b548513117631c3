import { hasEnded, type Job } from '#lib/jobs/job.ts'
import type { JobProgress } from '#lib/jobs/job-progress.ts'
import { jobCameTo } from './job-words.ts'

/** The jobs of whose end this tab notifies, also after it was loaded anew. */
const KEY = 'lifeguard notify of jobs'

const listeners = new Set<() => void>()

function asked(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

function keep(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(ids))
  } catch {
    // What cannot be kept is not notified of.
  }
  for (const listener of listeners) listener()
}

/** Whether this tab notifies of a job's end. */
export const notifiesOf = (jobId: string): boolean => asked().includes(jobId)

/** Hears when that changes. Returns the disconnect. */
export function onNotifies(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Asks the browser for leave to notify, and notifies of a job's end where it was given. Resolves to whether it was. */
export async function notifyAtEnd(jobId: string): Promise<boolean> {
  if (typeof Notification === 'undefined' || (await Notification.requestPermission()) !== 'granted') return false
  keep([...asked(), jobId])
  return true
}

export const doNotNotify = (jobId: string): void => keep(asked().filter((id) => id !== jobId))

/** Notifies of those that have ended and were asked for, where the browser lets a page do so. It never throws. */
export function notifyOfEnds(told: readonly JobProgress[]): void {
  const wanted = new Set(asked())
  for (const { job } of told)
    if (hasEnded(job) && wanted.has(job.jobId)) {
      doNotNotify(job.jobId)
      show(job)
    }
}

function show(job: Job): void {
  try {
    const notification = new Notification(job.name, { body: jobCameTo(job), tag: job.jobId })
    notification.addEventListener('click', () => window.focus())
  } catch {
    // Browsers of Android leave notifications to service workers, of which there is none here.
  }
}
