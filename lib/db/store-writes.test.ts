import { DatabaseSync } from 'node:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { closeStore, storeFile } from './open.ts'
import { prepareStore } from './prepare-store.ts'
import { closeSideStore } from './read-store.ts'
import { storeWrites } from './store-writes.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lifeguard-writes-'))

beforeEach(async () => {
  vi.stubEnv('LIFEGUARD_DATA_DIR', dataDir)
  await prepareStore({ dataDir, databaseUrl: null })
  return async () => {
    await closeSideStore()
    await closeStore()
    vi.unstubAllEnvs()
    Reflect.deleteProperty(globalThis, 'lifeguardConfig')
    rmSync(dataDir, { recursive: true })
  }
})

test('a store that somebody else holds is told within a second, and holds nothing up', async () => {
  await expect.poll(storeWrites, { timeout: 8_000 }).toBe(true)
  const other = new DatabaseSync(storeFile({ dataDir, databaseUrl: null }))
  onTestFinished(() => other.close())
  other.exec('begin immediate')
  let turns = 0
  const turning = setInterval(() => (turns += 1), 10)
  const began = performance.now()
  expect(await storeWrites()).toBe(false)
  clearInterval(turning)
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(turns).toBeGreaterThan(10)
  other.exec('rollback')
  await expect.poll(storeWrites, { timeout: 8_000 }).toBe(true)
})
