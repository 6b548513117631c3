import { test as base } from '@playwright/test'
import type { BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { forgetActs, seenActs } from './fixtures/acts.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { watchConsole } from './fixtures/console-messages.ts'
import { startConsole } from './fixtures/console.ts'
import type { Console, ConsoleOptions } from './fixtures/console.ts'
import { startEmulator } from './fixtures/emulator.ts'
import type { Emulator, Fault } from './fixtures/emulator.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { cutting } from './fixtures/mode.ts'
import { createPool, seedIdentities } from './fixtures/pools.ts'
import type { Counts, NewPool, Pool } from './fixtures/pools.ts'
import { bringSession } from './fixtures/sign-in.ts'

interface Shared {
  /** The emulator behind the connections `test` and `readonly`. */
  emulator: Emulator
  /** A console with the connections `test`, `readonly` and `down`. */
  console: Console
}

interface Verbs {
  createPool: (pool?: NewPool) => Promise<Pool>
  seedIdentities: (pool: Pool, counts: Counts) => Promise<string[]>
  /** A new pool with so many identities, and their ids in the order of the list. */
  seededPool: (counts: Counts, pool?: NewPool) => Promise<{ pool: Pool; ids: string[] }>
  fault: (fault: Fault) => Promise<void>
  clearFaults: () => Promise<void>
  /** An emulator of the test's own, with the options of its command line: `{ seed: 5000, quotas: 'aws' }`. */
  startEmulator: (options?: Record<string, string | number>) => Promise<Emulator>
  /** A browser of somebody else, signed in to the console as everybody is. */
  newBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** Another console, for a test that needs its own role, configuration or environment. */
  startConsole: (options?: Partial<ConsoleOptions>) => Promise<Console>
  expectAccessible: (page: Page) => Promise<void>
  countRows: (where: Page | Locator) => Promise<number>
  cleanConsole: void
  countedActs: void
}

const REGIONS = ['us-east-1', 'eu-west-1']

/** Three connections: `test`, `readonly` on the same emulator, and `down`, where nobody listens. */
export const connectionsOn = (emulator: { url: string }) => [
  { id: 'test', name: 'Test', endpoint: emulator.url, regions: REGIONS },
  { id: 'readonly', name: 'Read only', endpoint: emulator.url, regions: REGIONS, readOnly: true },
  { id: 'down', name: 'Down', endpoint: 'http://127.0.0.1:9', regions: ['us-east-1'] },
]

export const test = base.extend<Verbs, Shared>({
  emulator: [
    async ({}, use) => {
      const emulator = await startEmulator()
      await use(emulator)
      await emulator.stop()
    },
    { scope: 'worker' },
  ],
  console: [
    async ({ emulator }, use) => {
      const started = await startConsole({ config: { connections: connectionsOn(emulator) } })
      await use(started)
      await started.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  context: async ({ context, console }, use) => {
    await bringSession(context, console)
    await use(context)
  },
  baseURL: async ({ console }, use) => use(console.url),
  createPool: async ({ emulator }, use) => use((pool) => createPool(emulator, pool)),
  seedIdentities: async ({ emulator }, use) => use((pool, counts) => seedIdentities(emulator, pool, counts)),
  seededPool: async ({ emulator }, use) =>
    use(async (counts, settings) => {
      const pool = await createPool(emulator, settings)
      await seedIdentities(emulator, pool, counts)
      return { pool, ids: await listIdentities(emulator, pool) }
    }),
  fault: async ({ emulator }, use) => {
    await use(emulator.fault)
    await emulator.clearFaults()
  },
  clearFaults: async ({ emulator }, use) => use(emulator.clearFaults),
  startEmulator: async ({}, use) => {
    const started: Emulator[] = []
    await use(async (options) => {
      const emulator = await startEmulator(options)
      started.push(emulator)
      return emulator
    })
    for (const emulator of started) await emulator.stop()
  },
  newBrowser: async ({ browser, console }, use) =>
    use(async (options = {}) => {
      const opened = await browser.newContext({ baseURL: console.url, ...options })
      await bringSession(opened, console)
      return opened
    }),
  startConsole: async ({ emulator, context }, use) => {
    const started: Console[] = []
    await use(async (options) => {
      const another = await startConsole({ config: { connections: connectionsOn(emulator) }, ...options })
      started.push(another)
      await bringSession(context, another)
      return another
    })
    // Else a page that still loads something complains of the console's end.
    for (const page of context.pages()) await page.close()
    for (const another of started) await another.stop()
  },
  expectAccessible: async ({}, use) => use(expectAccessible),
  countRows: async ({}, use) => use((where) => where.locator('tr').count()),
  cleanConsole: [
    async ({ context }, use) => {
      const complaints = await watchConsole(context)
      await use()
      // Of a cut request every browser complains, whatever the page makes of it.
      if (cutting === null) base.expect(complaints, 'what pages said on the console').toEqual([])
    },
    { auto: true },
  ],
  countedActs: [
    async ({}, use, info) => {
      forgetActs()
      await use()
      if (cutting === null) return
      for (const [type, count] of Object.entries(seenActs()))
        info.annotations.push({ type, description: String(count) })
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
