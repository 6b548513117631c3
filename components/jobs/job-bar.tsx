import { isDeletion } from '#lib/jobs/is-deletion.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { progressSaid } from './job-words.ts'

/** How far a job has come, as a bar: full at its end, and moving where nobody knows how much there is. */
export function JobBar({ job, label }: { job: Job; label: string }) {
  const came = job.done + job.refused
  const max = job.total ?? (hasEnded(job) ? Math.max(1, came) : 0)
  return (
    <ProgressBar
      label={label}
      value={job.total === null && !hasEnded(job) ? null : came}
      max={max}
      text={progressSaid(job)}
      tone={isDeletion(job) ? 'danger' : 'accent'}
    />
  )
}
