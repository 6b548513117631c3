import type { Job } from '#lib/jobs/job.ts'
import { Badge } from '../ui/badge.tsx'
import { stateLook } from './job-words.ts'

export function JobStateBadge({ job }: { job: Pick<Job, 'state' | 'wanted'> }) {
  const { tone, label, meaning } = stateLook(job)
  return (
    <Badge tone={tone} title={meaning}>
      {label}
    </Badge>
  )
}
