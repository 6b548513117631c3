import type { Metadata } from 'next'
import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated, prefetchFirstPage } from '#lib/client/prefetch.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { jobList } from '#lib/jobs/queries.ts'
import { JobTable } from './job-table.tsx'

export const metadata: Metadata = { title: 'Jobs' }

export default async function JobsPage({ params }: PageProps<'/[connection]/jobs'>) {
  const connectionId = decodeSegment((await params).connection)
  const jobs = jobList({ connectionId })
  await prefetchFirstPage(jobs)
  return (
    <Hydrated state={dehydrated(jobs.queryKey)}>
      <JobTable connectionId={connectionId} />
    </Hydrated>
  )
}
