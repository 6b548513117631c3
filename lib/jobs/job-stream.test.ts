import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { endJobStreams, jobEventStream, readJobNews, type JobNews } from './job-stream.ts'
import { endedJob, idsIn, runnerForTest, startedJob } from './jobs-for-tests.ts'

const visible = { except: [''] }

/** Reads the messages of a stream until one is so. */
async function newsUntil(stream: ReadableStream<Uint8Array>, isSo: (news: JobNews) => boolean): Promise<JobNews[]> {
  const reader = stream.getReader()
  onTestFinished(() => reader.cancel())
  const heard: JobNews[] = []
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return heard
    text += decoder.decode(value, { stream: true })
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts.filter((one) => one.startsWith('data: '))) {
      const news = JSON.parse(part.slice('data: '.length)) as JobNews
      heard.push(news)
      if (isSo(news)) return heard
    }
  }
}

const stateIn = (news: JobNews, jobId: string) => news.jobs.find(({ job }) => job.jobId === jobId)?.job.state

describe.each(ENGINES)('the events of jobs on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 400, latencyMs: 20 } })

  it('tell a job as it is when somebody comes, and its end, whoever works on it', async () => {
    const jobId = await startedJob(idsIn(lifeguard.world).slice(0, 300))
    const heard = newsUntil(jobEventStream({ visible, since: Date.now() }), (news) => stateIn(news, jobId) === 'done')
    await wait(50)
    runnerForTest()
    const all = await heard
    expect(all.map((news) => stateIn(news, jobId)).at(0)).toBe('waiting')
    expect(all.at(-1)?.jobs.find(({ job }) => job.jobId === jobId)).toMatchObject({ job: { done: 300 }, left: 0 })
  })

  it('tell whoever was away what ended meanwhile, and nobody what is not theirs', async () => {
    const before = Date.now()
    const jobId = await startedJob(idsIn(lifeguard.world).slice(0, 10))
    runnerForTest()
    await endedJob(jobId)
    const told = async (listening: Parameters<typeof readJobNews>[0]) => stateIn(await readJobNews(listening), jobId)
    expect(await told({ visible, since: before })).toBe('done')
    expect(await told({ visible, since: Date.now() + 1_000 })).toBeUndefined()
    expect(await told({ visible: { only: ['other'] }, since: before })).toBeUndefined()
    expect(await told({ visible: { except: ['test'] }, since: before })).toBeUndefined()
  })

  it('tell the end of a job that was asked for long before many others', async () => {
    const before = Date.now()
    const jobId = await startedJob(idsIn(lifeguard.world).slice(0, 2))
    for (let count = 0; count < 60; count++) await startedJob(idsIn(lifeguard.world).slice(0, 1))
    await store()
      .updateTable('job')
      .set({ state: 'done', started_at: before, ended_at: Date.now() })
      .where('job_id', '=', jobId)
      .execute()
    await store()
      .updateTable('job')
      .set({ state: 'cancelled', ended_at: before - 1 })
      .where('state', '=', 'waiting')
      .execute()
    const { jobs } = await readJobNews({ visible, since: before })
    expect(jobs.map(({ job }) => job.jobId)).toContain(jobId)
  })

  it('end when the store fails as they begin, and nothing goes on after them', async () => {
    const clear = vi.spyOn(globalThis, 'clearInterval')
    const failing = vi.spyOn(store(), 'selectFrom').mockImplementation(() => {
      throw new Error('The disk is gone')
    })
    onTestFinished(() => void vi.restoreAllMocks())
    const reader = jobEventStream({ visible, since: Date.now() }).getReader()
    await expect(reader.read()).rejects.toThrow('The disk is gone')
    expect(clear).toHaveBeenCalled()
    failing.mockRestore()
    expect(endJobStreams).not.toThrow()
  })
})
