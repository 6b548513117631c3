import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import type { Db } from '../db/open.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { leaseSession } from './lease-session.ts'
import { claimLease, LeaseLost, takeAllLeases } from './quota-lease.ts'

vi.stubEnv('LOG_LEVEL', 'silent')

const times = { leaseMs: 5_000, now: Date.now }

async function session(db: Db) {
  const claim = await claimLease(db, 'prod us-east-1 DeleteIdentities', 'me', times)
  if (!claim) throw new Error('It is free')
  return { claim, session: leaseSession(db, claim, times, new AbortController().signal) }
}

const note = (db: Db, name: string) =>
  db.insertInto('job_event').values({ job_id: 'a', at: 1, event_id: name, kind: 'note', text: '' }).execute()
const notes = async (db: Db) =>
  (await db.selectFrom('job_event').select('event_id').execute()).map((row) => row.event_id)

describe.each(ENGINES)('work under a lease on %s', (engine) => {
  it('is done again under a new epoch when the store fails, and stored once', async () => {
    const db = await storeForTest(engine)
    const { claim, session: mine } = await session(db)
    const epochs: number[] = []
    await mine.write(async (transaction, epoch) => {
      epochs.push(epoch)
      await note(transaction, `note ${epochs.length}`)
      // As when the connection breaks before the commit.
      if (epochs.length < 3) throw Object.assign(new Error('terminating connection'), { code: '57P01' })
    })
    expect(epochs).toEqual([claim.epoch, claim.epoch + 1, claim.epoch + 2])
    expect(await notes(db)).toEqual(['note 3'])
    expect(mine.claim().epoch).toBe(claim.epoch + 2)
  })

  it('is given up when it fails though the store answers', async () => {
    const db = await storeForTest(engine)
    const { session: mine } = await session(db)
    let attempts = 0
    const write = mine.write(async (transaction) => {
      attempts += 1
      await sql`select 1 from nowhere`.execute(transaction)
    })
    await expect(write).rejects.toThrow(/nowhere/)
    expect(attempts).toBe(5)
  })

  it('is stored no more once another has the lease', async () => {
    const db = await storeForTest(engine)
    const { session: mine } = await session(db)
    await takeAllLeases(db)
    await expect(mine.write((transaction) => note(transaction, 'late'))).rejects.toThrow(LeaseLost)
    expect(await notes(db)).toEqual([])
  })
})
