'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { jobProgress } from '#lib/jobs/queries.ts'
import { followDone } from './follow-done.ts'
import { useJobFeed } from './use-job-feed.ts'

/** `isOver`: it has ended, and lists were told what it deleted, or could not be. `isTold`: they were. */
export type FollowedJob = { job: Job; isOver: boolean; isTold: boolean }

/** A job that this page has started as it is now; null before. Lists drop what it deletes. */
export function useFollowedJob(started: Job | null): FollowedJob | null {
  useJobFeed()
  const [end, setEnd] = useState<{ jobId: string; isTold: boolean } | null>(null)
  const { data } = useQuery({ ...jobProgress(started ?? { connectionId: '', jobId: '' }), enabled: started !== null })
  const job = data?.job ?? started
  useEffect(() => {
    let isPresent = true
    const follow = async (one: Job) => {
      const isTold = await followDone(one)
      // Another job may have taken its place meanwhile.
      if (isPresent && hasEnded(one)) setEnd({ jobId: one.jobId, isTold })
    }
    if (job) void follow(job)
    return () => void (isPresent = false)
  }, [job])
  if (job === null) return null
  const isOver = hasEnded(job) && end?.jobId === job.jobId
  return { job, isOver, isTold: isOver && end.isTold }
}
