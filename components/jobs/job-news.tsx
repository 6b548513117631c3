import type { Job } from '#lib/jobs/job.ts'
import { ProgressNews } from '../ui/progress-news.tsx'
import { newsOf, stateLook } from './job-words.ts'

/** Tells a screen reader how a job goes on: its states, and each quarter of its way. */
export const JobNews = ({ job }: { job: Job }) => (
  <ProgressNews state={stateLook(job).label} value={job.done + job.refused} max={job.total ?? 0} text={newsOf(job)} />
)
