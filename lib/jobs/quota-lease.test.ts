import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { copiesForTest, ENGINES, storePlace } from '../db/store-for-tests.ts'
import { migrate } from '../db/migrate.ts'
import type { Engine } from '../db/migrations/engine.ts'
import { claimAgain, claimLease, fenced, LeaseLost, releaseLease, takeAllLeases } from './quota-lease.ts'

const KEY = 'prod us-east-1 DeleteIdentities'
const HOUR_MS = 3_600_000

async function copies(engine: Engine) {
  const [one, other] = copiesForTest(await storePlace(engine), 2)
  if (!one || !other) throw new Error('There are two copies')
  await migrate(one, engine)
  return { one, other }
}

/** A lease that is short, by a clock that can be set. */
function times(leaseMs: number, offset = 0) {
  return { leaseMs, now: () => Date.now() + offset }
}

describe.each(ENGINES)('the lease of a quota on %s', (engine) => {
  it('is had by one at a time, and by the next when it is let go', async () => {
    const { one, other } = await copies(engine)
    const claims = await Promise.all([
      claimLease(one, KEY, 'one', times(5_000)),
      claimLease(other, KEY, 'other', times(5_000)),
    ])
    const [had] = claims.filter((claim) => claim !== null)
    if (!had) throw new Error('Somebody has it')
    expect(claims.filter((claim) => claim === null)).toHaveLength(1)
    await releaseLease(one, had)
    expect(await claimLease(other, KEY, 'later', times(5_000))).toMatchObject({ owner: 'later', epoch: had.epoch + 1 })
  })

  it('passes to another when its owner gives no sign of life, who then can write nothing', async () => {
    const { one, other } = await copies(engine)
    const first = await claimLease(one, KEY, 'one', times(60))
    await wait(120)
    expect(await claimLease(other, KEY, 'other', times(5_000))).toMatchObject({ owner: 'other' })
    if (!first) throw new Error('The first has it')
    const write = fenced(one, first, times(60), (db) =>
      db.insertInto('job_event').values({ job_id: 'a', at: 1, event_id: 'b', kind: 'c', text: 'd' }).execute(),
    )
    await expect(write).rejects.toThrow(LeaseLost)
    expect(await other.selectFrom('job_event').selectAll().execute()).toEqual([])
    await expect(claimAgain(one, first, times(60))).rejects.toThrow(LeaseLost)
  })

  it('is renewed by each write', async () => {
    const { one, other } = await copies(engine)
    const claim = await claimLease(one, KEY, 'one', times(400))
    if (!claim) throw new Error('It is free')
    for (let write = 0; write < 5; write += 1) {
      await wait(120)
      await fenced(one, claim, times(400), async () => undefined)
    }
    expect(await claimLease(other, KEY, 'other', times(400))).toBeNull()
  })

  it('stays with its owner under a new epoch after the store failed', async () => {
    const { one } = await copies(engine)
    const claim = await claimLease(one, KEY, 'one', times(5_000))
    if (!claim) throw new Error('It is free')
    const again = await claimAgain(one, claim, times(5_000))
    expect(again).toEqual({ ...claim, epoch: claim.epoch + 1 })
    await expect(fenced(one, claim, times(5_000), async () => undefined)).rejects.toThrow(LeaseLost)
    expect(await fenced(one, again, times(5_000), async () => 'written')).toBe('written')
  })
})

describe('on the embedded store', () => {
  it('a start takes every lease at once, whatever the clock says', async () => {
    const { one } = await copies('sqlite')
    const old = await claimLease(one, KEY, 'old', times(5_000, HOUR_MS))
    expect(await claimLease(one, KEY, 'new', times(5_000))).toBeNull()
    await takeAllLeases(one)
    expect(await claimLease(one, KEY, 'new', times(5_000, -HOUR_MS))).toMatchObject({ owner: 'new' })
    if (!old) throw new Error('It was free')
    await expect(fenced(one, old, times(5_000), async () => undefined)).rejects.toThrow(LeaseLost)
  })
})

describe('on PostgreSQL', () => {
  it.each([HOUR_MS, -HOUR_MS])('a copy whose clock is %i ms off takes nothing early', async (offset) => {
    const { one, other } = await copies('postgres')
    const claim = await claimLease(one, KEY, 'one', times(5_000, offset))
    expect(claim).not.toBeNull()
    expect(await claimLease(other, KEY, 'other', times(5_000, -offset))).toBeNull()
  })

  it('an owner that stands still in the middle of a transaction is ended with its lease', async () => {
    const { one, other } = await copies('postgres')
    const claim = await claimLease(one, KEY, 'one', times(300))
    if (!claim) throw new Error('It is free')
    const frozen = fenced(one, claim, times(300), () => wait(2_500)).catch((error: unknown) => error)
    await wait(800)
    expect(await claimLease(other, KEY, 'other', times(5_000))).toMatchObject({ owner: 'other' })
    expect(await frozen).toBeInstanceOf(Error)
  })
})
