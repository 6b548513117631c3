import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { actingAs, commandActor } from '../auth/current-actor.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { store } from '../db/open.ts'
import { unwrap } from '../core/result.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { approveJob, refuseJob } from './approval-actions.ts'
import { listJobEvents } from './actions.ts'
import { cancelJob } from './control-actions.ts'
import { addJobIds, createJob, startJob } from './draft-actions.ts'
import { chosenIn, endedJob, idsIn, jobNow, poolIn, runnerForTest } from './jobs-for-tests.ts'
import { readLatestJobs } from './latest-jobs.ts'
import { emptyPool } from './pool-actions.ts'

const ISSUER = 'https://id.example.com'
const ada = { id: 'https://id.example.com ada', name: 'Ada', role: 'support' } as const
const bob = { id: 'https://id.example.com bob', name: 'Bob', role: 'support' } as const
const eve = { id: 'https://id.example.com eve', name: 'Eve', role: 'viewer' } as const
const secret = 'a-secret-of-sixteen'

describe.each(ENGINES)('a deletion of more than a person may start alone on %s', (engine) => {
  const lifeguard = consoleForTests({
    engine,
    world: { seed: 200 },
    jobs: { approvalAbove: 10 },
    webhook: { url: 'http://127.0.0.1:9/', secret },
    oidc: { issuer: ISSUER, clientId: 'lifeguard', roles: { desk: 'support', others: 'viewer' } },
  })

  beforeAll(async () => {
    for (const { id, name, role } of [ada, bob, eve]) {
      const values = JSON.stringify([role === 'support' ? 'desk' : 'others'])
      const person = { person_id: id, issuer: ISSUER, subject: name, name, role_values: values, signed_in_at: 0 }
      await store().insertInto('person').values(person).execute()
    }
  })

  /** Whether they are there does not matter to what only waits. */
  const added = (count: number) =>
    Array.from({ length: count }, (_, at) => idsIn(lifeguard.world)[at] ?? `us-east-1:${randomUUID()}`)

  const started = (count: number) =>
    actingAs(ada, async () => {
      const pool = poolIn(lifeguard.world)
      const place = { connectionId: 'test', region: 'us-east-1', pool }
      const { jobId } = await unwrap(createJob({ ...place, kind: 'delete-identities', name: 'Guests', parameters: {} }))
      const job = { connectionId: 'test', jobId }
      await unwrap(addJobIds({ ...job, ...chosenIn(pool, added(count)) }))
      await unwrap(startJob({ ...job, total: count }))
      return job
    })

  it('awaits a second person, who has signed in and may do it, and is then done as the first one', async () => {
    const job = await started(11)
    expect(await jobNow(job.jobId)).toMatchObject({ state: 'awaiting', approver: null })
    expect((await readLatestJobs(Date.now())).map(({ jobId }) => jobId)).toContain(job.jobId)
    const runner = runnerForTest()
    runner.wake()
    for (const [actor, code] of [
      [ada, 'FORBIDDEN'],
      [eve, 'FORBIDDEN'],
      [commandActor('ada'), 'FORBIDDEN'],
    ] as const)
      expect(await actingAs(actor, () => approveJob(job))).toMatchObject({ ok: false, error: { code } })
    expect(await approveJob(job)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    expect(idsIn(lifeguard.world)).toHaveLength(200)
    expect(await jobNow(job.jobId)).toMatchObject({ state: 'awaiting' })

    await unwrap(actingAs(bob, () => approveJob(job)))
    expect(await endedJob(job.jobId)).toMatchObject({ state: 'done', done: 11, actor: ada, approver: { name: 'Bob' } })
    expect(await actingAs(bob, () => refuseJob(job))).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    const { events } = await unwrap(listJobEvents(job))
    expect(events.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Ada started it; it awaits the approval of a second person.', 'Bob approved it.']),
    )
    const told = await store().selectFrom('webhook_message').select('body').execute()
    expect(told.map(({ body }) => JSON.parse(body) as object)).toEqual([
      expect.objectContaining({ event: 'job.ended', job: expect.objectContaining({ jobId: job.jobId, done: 11 }) }),
    ])
    expect(JSON.stringify(told)).not.toMatch(/Ada|Bob|Guests/)
  })

  it('ends with nothing done when that person refuses it, or the first one takes it back', async () => {
    const before = idsIn(lifeguard.world)
    const refused = await started(20)
    await unwrap(actingAs(bob, () => refuseJob(refused)))
    const cancelled = await started(20)
    await unwrap(actingAs(ada, () => cancelJob(cancelled)))
    expect(await actingAs(bob, () => approveJob(cancelled))).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    for (const { jobId } of [refused, cancelled])
      expect(await jobNow(jobId)).toMatchObject({ state: 'cancelled', done: 0 })
    expect(idsIn(lifeguard.world)).toEqual(before)
  })

  it('is asked for before every identity of a pool goes, however many it has', async () => {
    const pool = poolIn(lifeguard.world)
    const before = idsIn(lifeguard.world)
    const job = await unwrap(actingAs(ada, () => emptyPool({ pool, reason: null })))
    expect(job).toMatchObject({ state: 'awaiting', total: null })
    runnerForTest()
    expect(await actingAs(ada, () => approveJob(job))).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    expect(idsIn(lifeguard.world)).toEqual(before)
    await unwrap(actingAs(bob, () => approveJob(job)))
    expect(await endedJob(job.jobId)).toMatchObject({ state: 'done', done: before.length })
  })

  it('is approved by nobody when whoever started it had not signed in, and may be refused', async () => {
    const pool = poolIn(lifeguard.world)
    for (const first of [null, commandActor('ada')]) {
      const empty = () => emptyPool({ pool, reason: null })
      const job = await unwrap(first === null ? empty() : actingAs(first, empty))
      expect(job).toMatchObject({ state: 'awaiting' })
      expect(await actingAs(ada, () => approveJob(job))).toMatchObject({
        ok: false,
        error: { code: 'FORBIDDEN', message: expect.stringContaining('had not signed in') as string },
      })
      expect(await jobNow(job.jobId)).toMatchObject({ state: 'awaiting', approver: null })
      await unwrap(actingAs(bob, () => refuseJob(job)))
      expect(await jobNow(job.jobId)).toMatchObject({ state: 'cancelled', done: 0 })
    }
  })

  it('starts at once with no more than that', async () => {
    expect(await jobNow((await started(10)).jobId)).toMatchObject({ state: 'waiting' })
  })
})
