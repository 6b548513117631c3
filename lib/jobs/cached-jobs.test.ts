import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { keepJob, keepProgress } from './cached-jobs.ts'
import { jobForTest, progressForTest } from './job-for-tests.ts'
import type { Job } from './job.ts'
import { jobEvents, jobList, jobProgress, jobsNow } from './queries.ts'

const job = (change: Partial<Job> = {}): Job => jobForTest({ connectionId: 'list', ...change })
const progress = (change: Partial<Job> = {}) => progressForTest({ connectionId: 'list', ...change })

const listed = (jobs: Job[]) => ({ pages: [{ jobs, nextCursor: null }], pageParams: [undefined] })

it('what is told of a job stands in its page, in every list, and among those under way', () => {
  const client = new QueryClient()
  const list = jobList({ connectionId: 'list' })
  client.setQueryData(list.queryKey, listed([job({ done: 1 })]))
  keepProgress(client, [progress()])
  expect(client.getQueryData(jobProgress(job()).queryKey)).toEqual(progress())
  expect(client.getQueryData(list.queryKey)?.pages[0]?.jobs).toEqual([job()])
  expect(client.getQueryData(jobsNow().queryKey)).toEqual([progress()])
})

it('a list that does not have a job is read anew, and so is what happened to one that turns', () => {
  const client = new QueryClient()
  const list = jobList({})
  const events = jobEvents(job())
  client.setQueryData(list.queryKey, listed([]))
  client.setQueryData(events.queryKey, { pages: [{ events: [], nextCursor: null }], pageParams: [undefined] })
  const isStale = (queryKey: readonly unknown[]) => client.getQueryState(queryKey)?.isInvalidated
  keepProgress(client, [progress()])
  expect([isStale(list.queryKey), isStale(events.queryKey)]).toEqual([true, true])
  expect(isStale(jobProgress(job()).queryKey)).toBe(false)

  client.setQueryData(events.queryKey, { pages: [{ events: [], nextCursor: null }], pageParams: [undefined] })
  keepProgress(client, [progress({ done: 20 })])
  expect(isStale(events.queryKey)).toBe(false)
  keepProgress(client, [progress({ done: 20, state: 'done', endedAt: 5 })])
  expect(isStale(events.queryKey)).toBe(true)
})

it('an answer of an act keeps the rate that is known', () => {
  const client = new QueryClient()
  keepProgress(client, [progress()])
  keepJob(client, job({ wanted: 'pause' }))
  expect(client.getQueryData(jobProgress(job()).queryKey)).toEqual(progress({ wanted: 'pause' }))
})

it('of those that have ended only the last are kept', () => {
  const client = new QueryClient()
  const ended = Array.from({ length: 30 }, (_, at) =>
    progress({ jobId: String(at).padStart(32, '0'), state: 'done', endedAt: at }),
  )
  keepProgress(client, [...ended, progress()])
  const kept = client.getQueryData(jobsNow().queryKey) ?? []
  expect(kept[0]?.job.state).toBe('running')
  expect(kept.slice(1).map((one) => one.job.endedAt)).toEqual(Array.from({ length: 20 }, (_, at) => 29 - at))
})
