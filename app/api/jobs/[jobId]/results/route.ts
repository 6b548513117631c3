import { textStream } from '#lib/core/text-stream.ts'
import { jobResultsCsv } from '#lib/jobs/job-results.ts'
import { readJob } from '#lib/jobs/read-jobs.ts'
import { jobInput } from '#lib/jobs/schema.ts'
import { defineRoute } from '#lib/operation/define-route.ts'

/** What became of each identity of a job as CSV, written as it is read: `?connection=` names the job's connection. */
export const GET = defineRoute({
  name: 'ExportJobResults',
  permission: 'jobs:read',
  input: jobInput,
  read: (search, { jobId }) => ({ connectionId: search.get('connection'), jobId }),
  exported: ({ jobId }) => ({ jobId }),
  async respond(_, { jobId, connectionId }) {
    const job = await readJob(jobId, connectionId)
    return new Response(textStream(jobResultsCsv(job)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="job-${jobId}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  },
})
