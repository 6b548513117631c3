import type { Metadata } from 'next'
import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated, prefetch, prefetchFirstPage } from '#lib/client/prefetch.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { jobEvents, jobProgress, jobRates, jobRequest } from '#lib/jobs/queries.ts'
import { JobView } from './job-view.tsx'

export const metadata: Metadata = { title: 'Job' }

export default async function JobPage({ params }: PageProps<'/[connection]/jobs/[jobId]'>) {
  const { connection, jobId: id } = await params
  const job = { connectionId: decodeSegment(connection), jobId: decodeSegment(id) }
  const [progress, rates, request, events] = [jobProgress(job), jobRates(job), jobRequest(job), jobEvents(job)]
  if (await prefetch(progress)) await Promise.all([prefetch(rates), prefetch(request), prefetchFirstPage(events)])
  return (
    <Hydrated state={dehydrated(progress.queryKey, rates.queryKey, request.queryKey, events.queryKey)}>
      <JobView key={job.jobId} of={job} />
    </Hydrated>
  )
}
