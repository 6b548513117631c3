import type { Job } from './job.ts'

/** Whether what a job has done of its items is that they are gone. */
export const isDeletion = ({ kind }: Pick<Job, 'kind'>): boolean => kind.startsWith('delete-')

/** Whether a job changes something at AWS, which a read-only connection does not let it. */
export const isWrite = (job: Pick<Job, 'kind'>): boolean => isDeletion(job) || job.kind === 'merge-list'
