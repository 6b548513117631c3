import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import {
  describeJob,
  describeJobRequest,
  listDoneIds,
  listJobEvents,
  listJobRates,
  listJobs,
  listRefusals,
} from './actions.ts'
import { writing } from '../operation/write.ts'
import { describeJobLimits } from './filter-actions.ts'
import { describeMergePlan, listFound, listLines, mergeChecked } from './list-actions.ts'
import { emptyPool } from './pool-actions.ts'
import { hasEnded } from './job.ts'
import type { JobProgress } from './job-progress.ts'
import type { JobCursor } from './schema.ts'

/** A job, named together with its connection. */
export type JobRef = { connectionId: string; jobId: string }

export const jobKeys = {
  all: ['jobs'] as const,
  list: (of: JobsOf) => [...jobKeys.all, 'list', of] as const,
  job: ({ connectionId, jobId }: JobRef) => [...jobKeys.all, connectionId, jobId] as const,
}

/** The jobs of all connections, of one, or of one pool. */
export type JobsOf = { connectionId?: string; pool?: PoolRef }

/** Where the feed of jobs tells of changes, each of its messages puts the next look off. */
const LOOK_MS = 2_000

/** Jobs, newest first. */
export const jobList = (of: JobsOf) =>
  infiniteQueryOptions({
    queryKey: jobKeys.list(of),
    queryFn: ({ pageParam }) => unwrap(listJobs({ ...of, cursor: pageParam })),
    initialPageParam: undefined as JobCursor | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  })

/** Where a job stands, looked at again and again until it has ended. */
export const jobProgress = (job: JobRef) =>
  queryOptions({
    queryKey: [...jobKeys.job(job), 'progress'] as const,
    queryFn: () => unwrap(describeJob(job)),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_MS : false),
  })

const isUnderWay = (progress: JobProgress | undefined): boolean => progress !== undefined && !hasEnded(progress.job)

/** The rate of a job over its time. */
export const jobRates = (job: JobRef) =>
  queryOptions({
    queryKey: [...jobKeys.job(job), 'rates'] as const,
    queryFn: () => unwrap(listJobRates(job)),
    staleTime: 0,
  })

/** What a job was asked to do, and where the audit tells of it. */
export const jobRequest = (job: JobRef) =>
  queryOptions({ queryKey: [...jobKeys.job(job), 'request'] as const, queryFn: () => unwrap(describeJobRequest(job)) })

/** How many identities a job may have; the configuration says it. */
export const jobLimits = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...jobKeys.all, 'limits'] as const,
    queryFn: () => unwrap(describeJobLimits({ pool })),
    staleTime: Infinity,
  })

export const poolEmptying = writing(emptyPool)

export const listMerging = writing(mergeChecked)

/** What of a check of merges that is done can be merged. */
export const mergePlan = (job: JobRef) =>
  queryOptions({
    queryKey: [...jobKeys.job(job), 'merge plan'] as const,
    queryFn: () => unwrap(describeMergePlan(job)),
    staleTime: Infinity,
  })

/** The list that was looked up or checked, as text. */
export const linesOfJob = (job: JobRef) =>
  queryOptions({
    queryKey: [...jobKeys.job(job), 'lines'] as const,
    queryFn: () => unwrap(listLines(job)),
    staleTime: Infinity,
  })

/** What a job has found, in the order of its items. */
export const foundInJob = (job: JobRef) =>
  infiniteQueryOptions({
    queryKey: [...jobKeys.job(job), 'found'] as const,
    queryFn: ({ pageParam }) => unwrap(listFound({ ...job, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  })

/** What an ended job has done, as far as it comes at once. */
export const doneInJob = (job: JobRef) =>
  queryOptions({
    queryKey: [...jobKeys.job(job), 'done'] as const,
    queryFn: () => unwrap(listDoneIds({ ...job, known: [] })),
    staleTime: Infinity,
  })

/** The jobs that this browser knows to be under way or just ended, as the feed of jobs tells them; nothing asks for it. */
export const jobsNow = () =>
  queryOptions<readonly JobProgress[]>({
    queryKey: [...jobKeys.all, 'now'] as const,
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** What happened to a job, newest first. */
export const jobEvents = (job: JobRef) =>
  infiniteQueryOptions({
    queryKey: [...jobKeys.job(job), 'events'] as const,
    queryFn: ({ pageParam }) => unwrap(listJobEvents({ ...job, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  })

/** What of a job was refused. */
export const jobRefusals = (job: JobRef) =>
  infiniteQueryOptions({
    queryKey: [...jobKeys.job(job), 'refusals'] as const,
    queryFn: ({ pageParam }) => unwrap(listRefusals({ ...job, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  })
