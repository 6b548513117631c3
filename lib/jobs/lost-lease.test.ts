import { setTimeout as wait } from 'node:timers/promises'
import { DeleteIdentitiesCommand } from '@aws-sdk/client-cognito-identity'
import { describe, expect, it } from 'vitest'
import { boundCognito, NotSent } from '../aws/send.ts'
import { config } from '../config/config.ts'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { deletePoolIdentitiesJob } from './delete-pool-identities-job.ts'
import { idsIn, jobNow, poolIn } from './jobs-for-tests.ts'
import { leaseSession } from './lease-session.ts'
import { emptyPool } from './pool-actions.ts'
import { claimLease, LeaseLost, takeAllLeases } from './quota-lease.ts'
import { openChunk, sendChunk } from './send-chunk.ts'

const times = { leaseMs: 5_000, now: Date.now }

describe.each(ENGINES)('who lost the lease on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 100 } })
  const { signal } = new AbortController()
  const bound = (mayWrite: () => boolean) => {
    const connection = config().connections.find(({ id }) => id === 'test')
    if (!connection) throw new Error('There is a connection')
    return boundCognito({ connection, region: 'us-east-1', bulk: signal, mayWrite })
  }

  it('writes nothing down and sends nothing', async () => {
    const before = idsIn(lifeguard.world)
    const { jobId } = await unwrap(emptyPool({ pool: poolIn(lifeguard.world), reason: null }))
    const claim = await claimLease(store(), 'a quota', 'me', times)
    if (!claim) throw new Error('It is free')
    const { write } = leaseSession(store(), claim, times, signal)
    const context = { job: await jobNow(jobId), parameters: {}, cognito: bound(() => true), signal, write }
    const work = deletePoolIdentitiesJob.bind(context)
    if (work.form !== 'pages') throw new Error('It reads pages')
    await takeAllLeases(store())
    await expect(work.read(null, Infinity)).rejects.toThrow(LeaseLost)
    expect(await store().selectFrom('job_chunk_ids').selectAll().where('job_id', '=', jobId).execute()).toEqual([])
    expect(idsIn(lifeguard.world)).toEqual(before)
  })

  it('sends nothing when its turn comes at last, and the chunk is as it was', async () => {
    const before = idsIn(lifeguard.world)
    const cognito = bound(() => false)
    const command = new DeleteIdentitiesCommand({ IdentityIdsToDelete: before.slice(0, 1) })
    await expect(cognito.send(command)).rejects.toThrow(NotSent)
    const chunk = openChunk({ number: 1, ids: before.slice(0, 1), doubtful: false, sentBefore: null })
    const send = async () => {
      await cognito.send(new DeleteIdentitiesCommand({ IdentityIdsToDelete: before.slice(0, 1) }))
      return { refused: [] }
    }
    const attempt = await sendChunk(chunk, { form: 'chunks', send, isDone: async () => false }, signal)
    expect(attempt).toEqual({ came: 'unsent' })
    expect(chunk).toMatchObject({ attempts: 0, doubtful: false, wasSent: false })
    expect(idsIn(lifeguard.world)).toEqual(before)
  })

  it('is not who writes twice at once while the store fails', async () => {
    const claim = await claimLease(store(), 'another quota', 'me', times)
    if (!claim) throw new Error('It is free')
    const { write } = leaseSession(store(), claim, times, signal)
    let failures = 1
    const written = (name: string, lasts = 0) =>
      write(async (db) => {
        const event = { job_id: 'a', at: 1, event_id: name, kind: 'note', text: '' }
        await db.insertInto('job_event').values(event).execute()
        await wait(lasts)
        failures -= 1
        if (failures === 0) throw Object.assign(new Error('terminating connection'), { code: '57P01' })
      })
    const one = written('one')
    await wait(100)
    // While it lasts, the first claims the lease under a new epoch, and the third begins under the old one.
    const two = written('two', 300)
    await wait(200)
    await Promise.all([one, two, written('three')])
    const events = await store().selectFrom('job_event').select('event_id').where('job_id', '=', 'a').execute()
    expect(events.map(({ event_id }) => event_id).toSorted()).toEqual(['one', 'three', 'two'])
  })
})
