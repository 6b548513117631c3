import { getQueryClient } from '#lib/client/query-client.ts'
import { onOtherTabs, tellOtherTabs } from '#lib/client/other-tabs.ts'
import { keepProgress } from '#lib/jobs/cached-jobs.ts'
import { isDeletion } from '#lib/jobs/is-deletion.ts'
import type { JobProgress } from '#lib/jobs/job-progress.ts'
import type { JobNews } from '#lib/jobs/job-stream.ts'
import { followDone } from './follow-done.ts'
import { hearJobEvents } from './hear-job-events.ts'
import { notifyOfEnds } from './notify-at-end.ts'
import { pollJobs } from './poll-jobs.ts'
import { sessionGoesOn, tellSessionEnded } from './session-ended.ts'

/** Where tabs tell each other how jobs go on. */
const TOPIC = 'jobs'
/** Whoever holds it listens to the server for all tabs of this browser. */
const LOCK = 'lifeguard jobs'

type Message = { kind: 'hello' } | { kind: 'refused' } | ({ kind: 'news' } & JobNews)

let hears = false
/** What the server told this tab, for those that come later. */
const latest = new Map<string, JobProgress>()

/**
 * From now on this tab knows how jobs go on. One tab of a browser listens to the server and tells the others; where
 * tabs cannot agree on one, each of them asks. Browser only.
 */
export function startJobFeed(): void {
  if (hears) return
  hears = true
  onOtherTabs(TOPIC, hearTab)
  tellOtherTabs(TOPIC, { kind: 'hello' })
  void lead()
  window.addEventListener('pageshow', ({ persisted }) => persisted && void lead())
}

/** Resolves when this tab does not lead any more: one that the browser puts aside leaves it to another. */
async function lead(): Promise<void> {
  const gone = new AbortController()
  window.addEventListener('pagehide', () => gone.abort(), { once: true })
  const { locks } = navigator as Partial<Navigator>
  if (!locks || typeof BroadcastChannel === 'undefined') return pollJobs(take, gone.signal, tellSessionEnded)
  const listen = () => hearJobEvents(takeAndTell, gone.signal, refused)
  await locks.request(LOCK, { signal: gone.signal }, listen).catch(() => undefined)
}

function takeAndTell(news: JobNews): void {
  tellOtherTabs(TOPIC, { kind: 'news', ...news } satisfies Message)
  for (const progress of news.jobs) latest.set(progress.job.jobId, progress)
  take(news)
  // Once for all tabs: they are told what is gone.
  for (const { job } of news.jobs) if (isDeletion(job)) void followDone(job)
}

function refused(): void {
  tellOtherTabs(TOPIC, { kind: 'refused' } satisfies Message)
  tellSessionEnded()
}

function take({ jobs }: JobNews): void {
  sessionGoesOn()
  keepProgress(getQueryClient(), jobs)
  notifyOfEnds(jobs)
}

function hearTab(told: unknown): void {
  const message = messageOf(told)
  if (message?.kind === 'news') take(message)
  else if (message?.kind === 'refused') tellSessionEnded()
  else if (message && latest.size > 0)
    tellOtherTabs(TOPIC, { kind: 'news', at: Date.now(), jobs: [...latest.values()] } satisfies Message)
}

/** What another tab told, if it can be understood: it may be of another version. */
function messageOf(told: unknown): Message | null {
  if (typeof told !== 'object' || told === null) return null
  const { kind, at, jobs } = told as Partial<Record<string, unknown>>
  if (kind === 'hello' || kind === 'refused') return { kind }
  if (kind !== 'news' || typeof at !== 'number' || !Array.isArray(jobs)) return null
  return { kind, at, jobs: jobs.filter(isProgress) }
}

const isProgress = (told: unknown): told is JobProgress =>
  typeof told === 'object' && told !== null && 'job' in told && 'averagePerSecond' in told
