import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../core/result.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { cancelJob } from './control-actions.ts'
import { addJobIds, createJob } from './draft-actions.ts'
import { chosenIn } from './jobs-for-tests.ts'
import { jobEvents, jobKeys, jobList, jobProgress, jobRates, jobRefusals } from './queries.ts'

describe('the queries of jobs', () => {
  const lifeguard = consoleForTests()
  const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-0000000000aa' }

  it('ask for a job again and again until it has ended', async () => {
    const { jobId } = await unwrap(
      createJob({
        connectionId: 'test',
        region: 'us-east-1',
        pool,
        kind: 'delete-identities',
        name: 'Old guests',
        parameters: {},
      }),
    )
    const job = { connectionId: 'test', jobId }
    await unwrap(addJobIds({ ...job, ...chosenIn(pool, ['us-east-1:00000000-0000-4000-8000-000000000001']) }))
    const client = new QueryClient()
    const interval = async () => {
      await client.query(jobProgress(job))
      const query = client.getQueryCache().find(jobProgress(job))
      const { refetchInterval } = jobProgress(job)
      return typeof refetchInterval === 'function' && query ? refetchInterval(query as never) : null
    }
    expect(await interval()).toBe(2_000)
    await unwrap(cancelJob(job))
    expect(await interval()).toBe(false)
    expect((await client.infiniteQuery(jobList({ connectionId: 'test' }))).pages[0]?.jobs).toHaveLength(1)
    expect((await client.infiniteQuery(jobEvents(job))).pages[0]?.events).toMatchObject([
      { kind: 'cancelled' },
      { kind: 'created' },
    ])
    expect((await client.infiniteQuery(jobRefusals(job))).pages[0]?.refusals).toEqual([])
    expect(await client.query(jobRates(job))).toEqual([])
    expect(jobProgress(job).queryKey.slice(0, 3)).toEqual(jobKeys.job(job))
    expect((await lifeguard.auditRows()).length).toBeGreaterThan(0)
  })
})
