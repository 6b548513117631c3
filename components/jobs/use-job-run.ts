'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { hasEnded, type Job, type Refusal } from '#lib/jobs/job.ts'
import { jobRefusals, type JobRef } from '#lib/jobs/queries.ts'
import { goneBy } from './follow-done.ts'
import { useJobButtons, type JobActs } from './job-buttons.tsx'
import { useFollowedJob, type FollowedJob } from './use-followed-job.ts'

/** A job over chosen ids and its retries, as one run. Counts are of all of them. */
export type JobRun = FollowedJob & {
  acts: JobActs
  total: number
  done: number
  refused: readonly Refusal[]
  refusedCount: number
  /** Those that an ended job did not come to; of a retry that had more than are listed, some of them. */
  waiting: readonly string[]
  waitingCount: number
}

/** The last retry of a job: its ids as far as they are listed, and what those before it had come to. */
type Retry = { job: Job; ids: readonly string[]; doneBefore: number; waitingBefore: Waiting }
type Waiting = { ids: readonly string[]; count: number }

const nobody: Waiting = { ids: [], count: 0 }

/** So many refused ones are listed. */
const LISTED = 300
const nowhere: JobRef = { connectionId: '', jobId: '' }

/** Follows a job that this page has started, and its retries; null before it was. */
export function useJobRun(started: Job | null, ids: readonly string[]): JobRun | null {
  const [retry, setRetry] = useState<Retry | null>(null)
  const followed = useFollowedJob(retry?.job ?? started)
  const { job = null, isOver = false } = followed ?? {}
  const refusals = useInfiniteQuery({
    ...jobRefusals(job === null ? nowhere : { connectionId: job.connectionId, jobId: job.jobId }),
    enabled: job !== null && hasEnded(job) && job.refused > 0,
  })
  const listed = refusals.data?.pages.flatMap((page) => page.refusals) ?? []
  const wantsMore = listed.length < LISTED && refusals.hasNextPage && !refusals.isFetching
  const { fetchNextPage } = refusals
  const { doneBefore = 0, waitingBefore = nobody } = retry ?? {}
  const waiting =
    isOver && followed !== null ? together(waitingBefore, notCome(followed, retry?.ids ?? ids, listed)) : waitingBefore
  const acts = useJobButtons(job, (next) =>
    setRetry({
      job: next,
      ids: listed.map(({ item }) => item),
      doneBefore: doneBefore + (job?.done ?? 0),
      waitingBefore: waiting,
    }),
  )
  useEffect(() => void (wantsMore && fetchNextPage()), [wantsMore, fetchNextPage])

  if (followed === null) return null
  return {
    ...followed,
    acts,
    total: ids.length,
    done: doneBefore + followed.job.done,
    refused: listed,
    refusedCount: followed.job.refused,
    waiting: waiting.ids,
    waitingCount: waiting.count,
  }
}

/** What a job that was cancelled did not come to; its ids only where all is told of those that it came to. */
function notCome({ job, isTold }: FollowedJob, ids: readonly string[], refused: readonly Refusal[]): Waiting {
  const count = Math.max(0, (job.total ?? 0) - job.done - job.refused)
  const gone = goneBy(job)
  if (count === 0 || gone === null || !isTold || refused.length < job.refused) return { ids: [], count }
  const told = new Set(refused.map(({ item }) => item))
  return { ids: ids.filter((id) => !gone.has(id) && !told.has(id)), count }
}

const together = (one: Waiting, other: Waiting): Waiting => ({
  ids: [...one.ids, ...other.ids],
  count: one.count + other.count,
})
