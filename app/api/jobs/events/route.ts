import { visibleConnections } from '#lib/auth/visible-connections.ts'
import { jobEventStream, readJobNews } from '#lib/jobs/job-stream.ts'
import { watchJobsInput } from '#lib/jobs/schema.ts'
import { defineRoute } from '#lib/operation/define-route.ts'

/** Of those that ended just before somebody came. */
const LATE_MS = 60_000
/** Nobody was away for longer. */
const LONGEST_MS = 3_600_000

/**
 * How the jobs of all connections that the actor may see go on, as server-sent events: `?since=` (epoch milliseconds)
 * tells those too that ended since then, `?connection=` those of one connection alone; `?once=` answers the same as JSON, where events do not come through.
 */
export const GET = defineRoute({
  name: 'WatchJobs',
  permission: 'jobs:read',
  input: watchJobsInput,
  read: (search) => ({
    connectionId: search.get('connection') ?? undefined,
    since: search.get('since') ?? undefined,
    once: search.has('once'),
  }),
  async respond({ actor }, { connectionId, since, once }) {
    const now = Date.now()
    const listening = {
      visible: connectionId === undefined ? visibleConnections(actor) : { only: [connectionId] },
      since: Math.max(since ?? now - LATE_MS, now - LONGEST_MS),
    }
    if (once) return Response.json(await readJobNews(listening), { headers: { 'Cache-Control': 'no-store' } })
    return new Response(jobEventStream(listening), {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Whatever compresses or collects on the way would hold events back.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    })
  },
})
