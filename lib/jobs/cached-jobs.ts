import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { hasEnded, type Job } from './job.ts'
import type { JobProgress } from './job-progress.ts'
import { jobKeys, jobProgress, jobsNow } from './queries.ts'
import type { JobPage } from './read-jobs.ts'

type Pages = InfiniteData<JobPage>

/** So many that have ended are kept beside those under way. */
const ENDED_KEPT = 20

/** Puts a job as an act of this page left it in the place of what a client holds of it. */
export function keepJob(client: QueryClient, job: Job): void {
  const now = client.getQueryData(jobsNow().queryKey)?.find((one) => one.job.jobId === job.jobId)
  const known = client.getQueryData(jobProgress(job).queryKey) ?? now
  keepProgress(client, [known ? { ...known, job } : startOf(job)])
}

const startOf = (job: Job): JobProgress => ({
  job,
  left: job.total === null ? null : job.total - job.done - job.refused,
  perSecond: 0,
  averagePerSecond: 0,
  quotaPerSecond: null,
  estimatedEnd: null,
})

/** Puts where jobs stand by now wherever a client holds something of them. One that it has never met is read in lists. */
export function keepProgress(client: QueryClient, told: readonly JobProgress[]): void {
  const jobs = new Map(told.map(({ job }) => [job.jobId, job]))
  const before = client.getQueryData(jobsNow().queryKey) ?? []
  client.setQueryData(jobsNow().queryKey, merged(before, told))
  for (const progress of told) client.setQueryData(jobProgress(progress.job).queryKey, progress)
  client.setQueriesData<Pages>({ queryKey: jobKeys.all, predicate: isList }, (data) => data && withJobs(data, jobs))
  const known = new Set(before.map(({ job }) => job.jobId))
  const isNew = told.some(({ job }) => !known.has(job.jobId) && !isListed(client, job.jobId))
  if (isNew) void client.invalidateQueries({ queryKey: jobKeys.all, predicate: isList })
  for (const { job } of told) if (isTurn(before, job)) void client.invalidateQueries({ predicate: isAbout(job) })
}

/** Of a connection that is called "list" the third part is an id. */
const isList = ({ queryKey: [, part, of] }: { queryKey: readonly unknown[] }): boolean =>
  part === 'list' && typeof of === 'object'

/** Whether it is in another state than it was known in: its events, and what it was refused, are others too. */
function isTurn(before: readonly JobProgress[], job: Job): boolean {
  const known = before.find((one) => one.job.jobId === job.jobId)?.job
  return known?.state !== job.state || known.refused !== job.refused || known.wanted !== job.wanted
}

const isAbout =
  (job: Job) =>
  ({ queryKey: [room, connection, id, part] }: { queryKey: readonly unknown[] }): boolean =>
    room === jobKeys.all[0] && connection === job.connectionId && id === job.jobId && part !== 'progress'

function merged(before: readonly JobProgress[], told: readonly JobProgress[]): JobProgress[] {
  const all = [...new Map([...before, ...told].map((one) => [one.job.jobId, one])).values()]
  const ended = all.filter(({ job }) => hasEnded(job)).toSorted((a, b) => endOf(b) - endOf(a))
  return [...all.filter(({ job }) => !hasEnded(job)), ...ended.slice(0, ENDED_KEPT)]
}

const endOf = ({ job }: JobProgress): number => job.endedAt ?? 0

const withJobs = (data: Pages, jobs: ReadonlyMap<string, Job>): Pages => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, jobs: page.jobs.map((job) => jobs.get(job.jobId) ?? job) })),
})

const isListed = (client: QueryClient, jobId: string): boolean =>
  client
    .getQueriesData<Pages>({ queryKey: jobKeys.all, predicate: isList })
    .every(([, data]) => data?.pages.some(({ jobs }) => jobs.some((job) => job.jobId === jobId)) ?? false)
