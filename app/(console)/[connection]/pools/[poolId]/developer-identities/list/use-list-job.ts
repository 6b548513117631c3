'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRoleDenial } from '#components/use-role-denial.ts'
import { jobPath } from '#lib/core/paths.ts'
import { LISTED_BYTES, LISTED_MOST } from '#lib/jobs/bounds.ts'
import type { Job } from '#lib/jobs/job.ts'
import { grouped } from '#lib/core/grouped.ts'

/** Starts a job over a list, which changes nothing at AWS, and leads to it. */
export function useListJob(connectionId: string, start: () => Promise<Job>) {
  const router = useRouter()
  const { mutate, isPending, error } = useMutation({
    mutationFn: start,
    meta: { handled: true },
    onSuccess: (job) => router.push(jobPath(job)),
  })
  return { start: () => mutate(), isPending, error, denied: useRoleDenial(connectionId, 'jobs:run') }
}

/** Why a list does not go into one job, or null. */
export function tooLong(lines: readonly unknown[]): string | null {
  if (lines.length > LISTED_MOST)
    return `This list has ${grouped(lines.length)} lines; one job takes ${grouped(LISTED_MOST)}. Split it.`
  const isLarge = new Blob([JSON.stringify(lines)]).size > LISTED_BYTES
  return isLarge ? `This list is longer than the ${LISTED_BYTES / 1_000} KB that one job takes. Split it.` : null
}
