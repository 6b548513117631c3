import { describe, expect, it } from 'vitest'
import { actingAs } from '../auth/current-actor.ts'
import { unwrap } from '../core/result.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { cancelJob } from './control-actions.ts'
import { addJobIds, createJob, startJob } from './draft-actions.ts'
import { addKeptIds, freezeJobFilter } from './filter-actions.ts'
import { chosenIn, idsIn, jobNow, poolIn } from './jobs-for-tests.ts'

const ada = { id: 'https://id.example.com ada', name: 'Ada', role: 'support' } as const
const bob = { id: 'https://id.example.com bob', name: 'Bob', role: 'admin' } as const
const connectionId = 'test'

describe('a draft', () => {
  const lifeguard = consoleForTests({ world: { seed: 20 } })
  const draftOf = async (kind: string, parameters = {}) => {
    const place = { connectionId, region: 'us-east-1', pool: poolIn(lifeguard.world) }
    const { jobId } = await unwrap(createJob({ ...place, kind, name: 'Guests', parameters }))
    return { connectionId, jobId }
  }
  const byFilter = { filter: 'state=guest', scanId: 1, scannedAt: 1, skipChanged: false }

  it('is filled and started by whoever made it alone, and dropped by anybody', async () => {
    const ids = idsIn(lifeguard.world).slice(0, 2)
    const chosen = await actingAs(ada, () => draftOf('delete-identities'))
    const filtered = await actingAs(ada, () => draftOf('delete-by-filter', byFilter))
    await unwrap(actingAs(ada, () => addJobIds({ ...chosen, ...chosenIn(poolIn(lifeguard.world), ids.slice(1)) })))
    for (const act of [
      () => addJobIds({ ...chosen, ids }),
      () => startJob({ ...chosen, total: 1 }),
      () => addKeptIds({ ...filtered, ids }),
      () => freezeJobFilter(filtered),
    ])
      expect(await actingAs<Promise<unknown>>(bob, act)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    expect(await jobNow(chosen.jobId)).toMatchObject({ state: 'draft', total: 1 })
    await unwrap(actingAs(bob, () => cancelJob(filtered)))
    expect(await actingAs(ada, () => startJob({ ...chosen, total: 1 }))).toMatchObject({ ok: true })
  })

  it('has the parameters of its kind, and only what a draft is of', async () => {
    const place = { connectionId, region: 'us-east-1', pool: poolIn(lifeguard.world), name: 'Guests' }
    for (const wrong of [
      { kind: 'delete-by-filter', parameters: {} },
      { kind: 'delete-by-filter', parameters: { ...byFilter, filter: 'state=nobody' } },
      { kind: 'delete-identities', parameters: { shown: 'all' } },
      { kind: 'delete-pool-identities', parameters: {} },
      { kind: 'scan-pool', parameters: { poolId: place.pool.poolId, scanId: 1 } },
      { kind: 'delete-identities', parameters: {}, region: 'eu-west-1' },
    ])
      expect({ ...wrong, answer: await createJob({ ...place, ...wrong }) }).toMatchObject({
        answer: { ok: false, error: { code: 'VALIDATION' } },
      })
  })

  it('of a filter takes no ids but those of the filter', async () => {
    const job = await draftOf('delete-by-filter', byFilter)
    expect(await addJobIds({ ...job, ids: idsIn(lifeguard.world).slice(0, 1) })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', message: expect.stringMatching(/takes no identities by hand/) as string },
    })
    expect(await jobNow(job.jobId)).toMatchObject({ state: 'draft', total: null })
  })
})
