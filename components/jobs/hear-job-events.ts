import type { JobNews } from '#lib/jobs/job-stream.ts'
import { askOnce } from './poll-jobs.ts'

/** With nothing heard for so long, not even a heartbeat, events do not come through. */
const SILENCE_MS = 25_000
const LOOK_MS = 3_000
/** A refused connection is tried again later. */
const AGAIN_MS = 10_000
/** What ended a little before the connection was lost may not have been told. */
const OVERLAP_MS = 5_000

/**
 * Hears how jobs go on until it is stopped. A lost connection is made again, and what ended meanwhile is told; while no
 * event comes through, the same is asked for. `refused` hears that nobody is signed in here any more.
 */
export function hearJobEvents(take: (news: JobNews) => void, stop: AbortSignal, refused?: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let heardAt = Date.now()
  let since: number | null = null
  let source: EventSource | null = null
  let again: ReturnType<typeof setTimeout> | undefined

  const heard = (news: JobNews | null) => {
    heardAt = Date.now()
    if (news === null) return
    since = news.at - OVERLAP_MS
    take(news)
  }
  const connect = () => {
    source = new EventSource(`/api/jobs/events${since === null ? '' : `?since=${since}`}`)
    source.addEventListener('message', ({ data }) => heard(JSON.parse(String(data)) as JobNews))
    source.addEventListener('heartbeat', () => heard(null))
    source.addEventListener('error', () => {
      // By itself it would tell the server of the time at which it first connected.
      source?.close()
      // Why it was lost, an event does not tell.
      void askOnce(since, refused).then((news) => news && take(news))
      clearTimeout(again)
      again = setTimeout(connect, Date.now() - heardAt < SILENCE_MS ? RECONNECT_MS : AGAIN_MS)
    })
  }
  const look = setInterval(() => {
    // Also in a tab that nobody looks at: it tells the others.
    if (Date.now() - heardAt > SILENCE_MS) void askOnce(since, refused).then((news) => news && take(news))
  }, LOOK_MS)
  stop.addEventListener('abort', () => {
    source?.close()
    clearTimeout(again)
    clearInterval(look)
    resolve()
  })
  if (typeof EventSource === 'undefined') heardAt = 0
  else connect()
  return promise
}

const RECONNECT_MS = 1_500
