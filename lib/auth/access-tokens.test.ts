import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Db } from '../db/open.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { listTokens, makeToken, revokeToken, tokenActor, tokenActorById } from './access-tokens.ts'

const DAY_MS = 86_400_000
const ada = { id: 'local', name: 'Ada' }

describe.each(ENGINES)('the token of a program on %s', (engine) => {
  let db: Db
  beforeEach(async () => {
    db = await storeForTest(engine)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) })
  })
  afterEach(() => vi.useRealTimers())

  const make = () => {
    const endsAt = Date.now() + DAY_MS
    const asked = {
      name: 'Nightly',
      role: 'support',
      connectionIds: ['test'],
      permissions: ['jobs:run'],
      endsAt,
    } as const
    return makeToken(asked, ada, db)
  }

  it('acts under its own name, where and in what it was made for', async () => {
    const { secret, token } = await make()
    const actor = {
      id: token.tokenId,
      name: 'token Nightly',
      role: 'support',
      on: { test: 'support' },
      only: ['jobs:run'],
    }
    expect(await tokenActor(secret, db)).toEqual(actor)
    expect(await tokenActorById(token.tokenId, db)).toEqual(actor)
    expect(await listTokens(db)).toMatchObject([{ name: 'Nightly', madeBy: 'Ada', usedAt: Date.now(), ended: null }])
    expect(JSON.stringify(await db.selectFrom('access_token').selectAll().execute())).not.toContain(secret)
    for (const other of [secret.slice(0, -1), secret.replace('lifeguard_', ''), token.tokenId, ''])
      expect(await tokenActor(other, db)).toBeNull()
  })

  it('ends when its time is over', async () => {
    const { secret, token } = await make()
    vi.setSystemTime(Date.now() + DAY_MS)
    expect(await tokenActor(secret, db)).toBeNull()
    expect(await tokenActorById(token.tokenId, db)).toBeNull()
    expect(await listTokens(db)).toMatchObject([{ ended: 'over' }])
  })

  it('ends at once when it is revoked, which is done once', async () => {
    const { secret, token } = await make()
    expect(await revokeToken(token.tokenId, db)).toBe(true)
    expect(await tokenActor(secret, db)).toBeNull()
    expect(await revokeToken(token.tokenId, db)).toBe(false)
    expect(await listTokens(db)).toMatchObject([{ ended: 'revoked' }])
  })
})
