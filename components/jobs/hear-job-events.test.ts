import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { JobNews } from '#lib/jobs/job-stream.ts'
import { hearJobEvents } from './hear-job-events.ts'
import { progressForTest } from '#lib/jobs/job-for-tests.ts'

const news: JobNews = { at: 1, jobs: [progressForTest()] }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a tab that nobody looks at asks how jobs go on while no event comes through, since it tells the others', async () => {
  const asked: string[] = []
  vi.stubGlobal('document', { hidden: true })
  vi.stubGlobal('EventSource', undefined)
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve(Response.json(news))
  })
  const told: JobNews[] = []
  const stop = new AbortController()
  const heard = hearJobEvents((one) => void told.push(one), stop.signal)
  await vi.advanceTimersByTimeAsync(3_100)
  expect(told).toEqual([news])
  stop.abort()
  await heard
  await vi.advanceTimersByTimeAsync(30_000)
  expect(asked).toEqual(['/api/jobs/events?once'])
})
