import type { JobNews } from '#lib/jobs/job-stream.ts'

const LOOK_MS = 3_000
const OVERLAP_MS = 5_000

/** Asks how jobs go on, again and again until it is stopped, while the tab is looked at. */
export function pollJobs(take: (news: JobNews) => void, stop: AbortSignal, refused?: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let since: number | null = null
  const look = async () => {
    const news = document.hidden ? null : await askOnce(since, refused)
    if (news === null || stop.aborted) return
    since = news.at - OVERLAP_MS
    take(news)
  }
  const timer = setInterval(() => void look(), LOOK_MS)
  stop.addEventListener('abort', () => {
    clearInterval(timer)
    resolve()
  })
  void look()
  return promise
}

/**
 * Where jobs stand now, those too that ended since then (epoch milliseconds); null where nobody answers. `refused` hears
 * that nobody is signed in here any more.
 */
export async function askOnce(since: number | null, refused: () => void = () => undefined): Promise<JobNews | null> {
  try {
    const answer = await fetch(`/api/jobs/events?once${since === null ? '' : `&since=${since}`}`, { cache: 'no-store' })
    if (answer.status === 401) refused()
    return answer.ok ? ((await answer.json()) as JobNews) : null
  } catch {
    return null
  }
}
