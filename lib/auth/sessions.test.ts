import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { config } from '../config/config.ts'
import type { Db } from '../db/open.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { beginSession, dropSession, dropSessionsOf, isAlive, sessionBySecret, sessionsOf } from './sessions.ts'

const MINUTE_MS = 60_000
const browser = { way: 'link' as const, address: '192.0.2.1', agent: 'a browser' }

describe.each(ENGINES)('a session on %s', (engine) => {
  let db: Db
  beforeEach(async () => {
    db = await storeForTest(engine)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) })
  })
  afterEach(() => vi.useRealTimers())

  const begin = (personId = 'ada') => beginSession({ personId, ...browser }, db)
  const after = (minutes: number) => vi.setSystemTime(Date.now() + minutes * MINUTE_MS)

  it('is found by its secret, of which the store has nothing', async () => {
    const { secret, sessionId } = await begin()
    expect(await sessionBySecret(secret, db)).toMatchObject({ sessionId, personId: 'ada', address: '192.0.2.1' })
    expect(secret).toHaveLength(43)
    const rows = await db.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    for (const other of [sessionId, rows[0]?.token_hash ?? '', `${secret}x`, secret.slice(1), ''])
      expect(await sessionBySecret(other, db)).toBeNull()
  })

  it('ends when nobody comes for half an hour, and goes on as long as somebody does', async () => {
    const { secret, sessionId } = await begin()
    for (let round = 0; round < 4; round += 1) {
      after(29)
      expect(await sessionBySecret(secret, db)).not.toBeNull()
    }
    after(config().sessions.idleMinutes)
    expect(await sessionBySecret(secret, db)).toBeNull()
    expect(await isAlive(sessionId, db)).toBe(false)
    expect(await sessionsOf('ada', db)).toEqual([])
  })

  it('ends after twelve hours, whoever comes', async () => {
    const { secret } = await begin()
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      after(20)
      expect(await sessionBySecret(secret, db)).not.toBeNull()
    }
    after(20)
    expect(await sessionBySecret(secret, db)).toBeNull()
  })

  it('is ended by its owner or by an admin, and by nobody else', async () => {
    const [first, second, others] = [await begin(), await begin(), await begin('bob')]
    expect(await dropSession(others.sessionId, 'ada', db)).toBe(false)
    expect(await dropSession(first.sessionId, 'ada', db)).toBe(true)
    expect(await dropSession(first.sessionId, null, db)).toBe(false)
    expect(await sessionBySecret(first.secret, db)).toBeNull()
    expect((await sessionsOf('ada', db)).map(({ sessionId }) => sessionId)).toEqual([second.sessionId])
    expect(await dropSessionsOf('ada', db)).toBe(1)
    expect(await sessionBySecret(second.secret, db)).toBeNull()
    expect(await sessionBySecret(others.secret, db)).not.toBeNull()
  })

  it('takes away those that are over', async () => {
    await begin()
    after(31)
    await begin('bob')
    expect(await db.selectFrom('session').select('person_id').execute()).toEqual([{ person_id: 'bob' }])
  })
})
