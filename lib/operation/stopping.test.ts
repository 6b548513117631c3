import { expect, onTestFinished, test } from 'vitest'
import { createIdentityPool, listIdentityPools } from '../pools/actions.ts'
import { consoleForTests } from './console-for-tests.ts'
import { isReady } from './is-ready.ts'
import { beginStop } from './stopping.ts'

const lifeguard = consoleForTests()

const place = { connectionId: 'test', region: 'us-east-1' }
const newPool = { ...place, name: 'Made late', allowUnauthenticated: true, developerProviderName: '' }

test('while it stops, nothing new is begun, reads are answered, and nobody is sent to it', async () => {
  await expect.poll(isReady, { timeout: 8_000 }).toBe(true)
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'lifeguardStopping'))
  expect([beginStop(), beginStop()]).toEqual([true, false])
  expect(await createIdentityPool(newPool)).toMatchObject({
    ok: false,
    error: { code: 'UNAVAILABLE', message: 'Lifeguard is stopping, so nothing was changed.' },
  })
  expect(await listIdentityPools(place)).toMatchObject({ ok: true, value: { pools: [] } })
  expect(await lifeguard.auditRows()).toEqual([])
  expect(await isReady()).toBe(false)
})
