import 'server-only'
import type { VisibleConnections } from '../auth/visible-connections.ts'
import { progressOf, type JobProgress } from './job-progress.ts'
import { maySee, readLatestJobs } from './latest-jobs.ts'
import { watchJobs } from './watch-jobs.ts'

/** Where jobs stand, by the clock of the server (epoch milliseconds). */
export type JobNews = { at: number; jobs: readonly JobProgress[] }

type Listening = {
  visible: VisibleConnections
  /** Jobs that ended since then are told too, epoch milliseconds. */
  since: number
}

const HEARTBEAT_MS = 10_000
/** Then the browser connects anew, and is asked again who it is. */
const LONGEST_MS = 600_000

const holder = globalThis as typeof globalThis & { lifeguardJobStreams?: Set<() => void> }
const streams: Set<() => void> = (holder.lifeguardJobStreams ??= new Set())

/** Ends all streams of this process in order, before it stops. */
export function endJobStreams(): void {
  for (const end of streams) end()
}

/** Where the jobs stand that somebody may see: those under way, and those that ended since then. */
export async function readJobNews({ visible, since }: Listening): Promise<JobNews> {
  const at = Date.now()
  const jobs = (await readLatestJobs(since)).filter((job) => maySee(visible, job))
  return { at, jobs: await Promise.all(jobs.map((job) => progressOf(job))) }
}

/**
 * The same as server-sent events: at first all of it, then what changes, as messages of `JobNews`; between them a
 * `heartbeat`. A reader that is slower than the changes is told the last of them.
 */
export function jobEventStream(listening: Listening): ReadableStream<Uint8Array> {
  let stop = () => {}
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      stop = listen(controller, listening)
      try {
        writer(controller).tell(await readJobNews(listening))
      } catch (error) {
        stop()
        throw error
      }
    },
    cancel: () => stop(),
  })
}

type Controller = ReadableStreamDefaultController<Uint8Array>

function writer(controller: Controller) {
  const encoder = new TextEncoder()
  const send = (text: string) => controller.enqueue(encoder.encode(text))
  return {
    send,
    tell: (news: JobNews) => send(`data: ${JSON.stringify(news)}\n\n`),
    isRead: () => (controller.desiredSize ?? 0) > 0,
  }
}

/** Writes what changes until it is stopped or the stream has lasted long enough. Returns how to stop it. */
function listen(controller: Controller, { visible }: Listening): () => void {
  const { send, tell, isRead } = writer(controller)
  const waiting = new Map<string, JobProgress>()
  const flush = () => {
    if (waiting.size === 0 || !isRead()) return
    tell({ at: Date.now(), jobs: [...waiting.values()] })
    waiting.clear()
  }
  const stopWatching = watchJobs((changed) => {
    for (const progress of changed) if (maySee(visible, progress.job)) waiting.set(progress.job.jobId, progress)
    flush()
  })
  const heartbeat = setInterval(() => {
    flush()
    if (isRead()) send('event: heartbeat\ndata:\n\n')
  }, HEARTBEAT_MS)
  const stop = () => {
    streams.delete(end)
    clearInterval(heartbeat)
    clearTimeout(longest)
    stopWatching()
  }
  const end = () => {
    stop()
    try {
      controller.close()
    } catch {
      // It failed, or its reader left, in the meantime.
    }
  }
  const longest = setTimeout(end, LONGEST_MS)
  streams.add(end)
  return stop
}
