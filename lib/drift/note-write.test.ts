import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { at, named, pool, read, role, START, told, write } from './drift-for-tests.ts'
import { keptParts } from './kept-parts.ts'
import { noteWrite } from './note-write.ts'

beforeEach(() => {
  vi.stubEnv('LOG_LEVEL', 'silent')
  vi.useFakeTimers({ toFake: ['Date'], now: START })
})
afterEach(() => {
  vi.useRealTimers()
  vi.stubEnv('LOG_LEVEL', undefined)
})

describe.each(ENGINES)('a write of ours on %s', (engine) => {
  test('is no change outside, and what comes after it is', async () => {
    const db = await storeForTest(engine)
    const ours = write('UpdateIdentityPool')
    await read(db, { settings: named('Kiosk') })
    at(1)
    await ours.start(db)
    const change = { part: 'settings', operationId: ours.operationId, startedAt: Date.now() }
    await noteWrite(pool, { ...change, before: named('Kiosk'), after: named('Booth') }, db)
    await ours.end(db, 'succeeded')
    at(2)
    await read(db, { settings: named('Booth') })
    expect(await told(db)).toEqual([])
    at(3)
    await read(db, { settings: named('Stand') })
    expect((await told(db)).map(({ changes }) => changes)).toEqual([
      [{ label: 'Name', before: 'Booth', after: 'Stand' }],
    ])
  })

  test('tells what others had changed before it, and not itself', async () => {
    const db = await storeForTest(engine)
    const ours = write('UpdateIdentityPool')
    await read(db, { settings: named('Kiosk') })
    at(1)
    await ours.start(db)
    const change = { part: 'settings', operationId: ours.operationId, startedAt: Date.now() }
    await noteWrite(pool, { ...change, before: named('Theirs'), after: named('Ours') }, db)
    await ours.end(db, 'succeeded')
    at(3)
    await read(db, { settings: named('Ours') })
    expect((await told(db)).map(({ changes }) => changes)).toEqual([
      [{ label: 'Name', before: 'Kiosk', after: 'Theirs' }],
    ])
  })

  test('of another copy that is still at it is not told, neither while it is nor afterwards', async () => {
    const db = await storeForTest(engine)
    const theirs = write('SetIdentityPoolRoles')
    await read(db, { roles: role('Guest') })
    at(1)
    await theirs.start(db)
    await read(db, { roles: role('Other') })
    expect((await keptParts(db, pool))?.parts['roles']?.facts).toEqual(role('Guest'))
    const change = { part: 'roles', operationId: theirs.operationId, startedAt: Date.now() }
    await noteWrite(pool, { ...change, before: role('Guest'), after: role('Other') }, db)
    await theirs.end(db, 'succeeded')
    at(2)
    await read(db, { roles: role('Other') })
    expect(await told(db)).toEqual([])
  })

  test.each(['unknown', 'none'] as const)(
    'with the outcome %s is not told, and watched again later',
    async (outcome) => {
      const db = await storeForTest(engine)
      const ours = write('UpdateIdentityPool')
      await read(db, { settings: named('Kiosk'), roles: role('Guest') })
      at(1)
      await ours.start(db)
      if (outcome === 'unknown') await ours.end(db, 'unknown')
      at(1.1)
      await read(db, { settings: named('Booth'), roles: role('Guest') })
      at(4)
      await read(db, { settings: named('Booth'), roles: role('Guest') })
      expect(await told(db)).toEqual([])
      at(6)
      await read(db, { settings: named('Stand'), roles: role('Guest') })
      expect((await told(db)).map(({ changes }) => changes)).toEqual([
        [{ label: 'Name', before: 'Booth', after: 'Stand' }],
      ])
    },
  )

  test('that was not kept in mind, or went through another connection, is not told', async () => {
    const db = await storeForTest(engine)
    const ours = write('UpdateIdentityPool', 'readonly')
    await read(db, { settings: named('Kiosk') })
    at(1)
    await ours.start(db)
    await ours.end(db, 'succeeded')
    at(2)
    await read(db, { settings: named('Booth') })
    expect(await told(db)).toEqual([])
  })

  test('that failed, or is of another part, hides nothing', async () => {
    const db = await storeForTest(engine)
    await read(db, { settings: named('Kiosk'), 'principal-tags one': role('a') })
    at(1)
    const failed = write('UpdateIdentityPool')
    await failed.start(db)
    await failed.end(db, 'failed')
    const other = write('SetPrincipalTagAttributeMap')
    await other.start(db, { provider: 'two' })
    await other.end(db, 'succeeded')
    at(2)
    await read(db, { settings: named('Booth'), 'principal-tags one': role('b') })
    expect((await told(db)).map(({ changes }) => changes)).toEqual([
      [
        { label: 'Name', before: 'Kiosk', after: 'Booth' },
        { label: 'Guest role', before: 'a', after: 'b' },
      ],
    ])
  })

  test('leaves a pool that was never seen alone', async () => {
    const db = await storeForTest(engine)
    const change = { part: 'settings', operationId: 'x', startedAt: Date.now() }
    await noteWrite(pool, { ...change, before: named('a'), after: named('b') }, db)
    expect(await keptParts(db, pool)).toBeNull()
  })
})
