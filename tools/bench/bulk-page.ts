import { chromium, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { ListIdentityPoolsCommand } from '@aws-sdk/client-cognito-identity'
import { startConsole } from '../../e2e/fixtures/console.ts'
import { startEmulator } from '../../e2e/fixtures/emulator.ts'
import { residentMiB } from '../../e2e/fixtures/memory.ts'
import { longestDelay, watchingLoops } from './loop-delays.ts'
import { presentBrowser, thisMachine } from '../find-browser.ts'
import { bringSession } from '../../e2e/fixtures/sign-in.ts'

const REGION = 'us-east-1'
const LATENCY_MS = 50
const SETTLED_MS = 5_000
const IDLE_MS = 10_000

type Line = Record<string, string | number>

/** Has a page note from now on for how long its main thread was held at a time. */
const watchTasks = (page: Page) =>
  page.evaluate(() => {
    const held: number[] = []
    Object.assign(window, { held })
    new PerformanceObserver((list) => held.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })

const longest = (page: Page) =>
  page.evaluate(() => Math.round(Math.max(0, ...(window as unknown as { held: number[] }).held)))

/**
 * A scan and a deletion by filter of so many identities on a running console, as pages, its memory and its own event
 * loop know them; beside them what the loop is held when nobody asks for anything.
 */
export async function measurePages(count: number): Promise<Line[]> {
  const emulator = await startEmulator({ seed: count, latency: LATENCY_MS })
  const config = { connections: [{ id: 'bench', name: 'Bench', endpoint: emulator.url, regions: [REGION] }] }
  const loops = await mkdtemp(join(tmpdir(), 'lifeguard-loops-'))
  const served = await startConsole({ config, env: { LOG_LEVEL: 'warn', ...watchingLoops(loops) } })
  const executablePath = presentBrowser(thisMachine)
  const browser = await chromium.launch(executablePath ? { executablePath } : {})
  try {
    const { IdentityPools = [] } = await emulator.client(REGION).send(new ListIdentityPoolsCommand({ MaxResults: 1 }))
    const poolId = IdentityPools[0]?.IdentityPoolId ?? ''
    const lifeguard = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['--conditions=react-server', 'lib/start/lifeguard.ts', ...args], {
        env: {
          ...process.env,
          LIFEGUARD_CONFIG: join(served.dataDirectory, 'lifeguard.config.json'),
          LIFEGUARD_DATA_DIR: join(served.dataDirectory, 'data'),
        },
      })
    const of = ['--connection', 'bench', '--pool', poolId]
    const context = await browser.newContext()
    await bringSession(context, served)
    const [list, jobs] = [await context.newPage(), await context.newPage()]
    await list.goto(`${served.url}/bench/pools/${encodeURIComponent(poolId)}/identities`)
    await jobs.goto(`${served.url}/bench/jobs`)
    await pause(SETTLED_MS)
    const acts: [string, string[] | null][] = [
      ['nothing', null],
      ['scan', ['scan', ...of, '--wait']],
      [
        'deletion',
        ['jobs', 'delete', ...of, '--filter', 'id=us', '--at-most', String(count), '--wait', '--no-skip-changed'],
      ],
    ]
    const lines: Line[] = []
    for (const [what, args] of acts) {
      await Promise.all([list, jobs].map(watchTasks))
      const before = await residentMiB(served.pid)
      let most = before
      const [began, from] = [performance.now(), Date.now()]
      const watch = setInterval(() => {
        void residentMiB(served.pid).then((now) => (most = Math.max(most, now)))
      }, 250)
      await (args === null ? pause(IDLE_MS) : lifeguard(...args)).finally(() => clearInterval(watch))
      const seconds = (performance.now() - began) / 1_000
      const identities = args === null ? 0 : count
      lines.push({
        what,
        identities,
        seconds: Math.round(seconds * 10) / 10,
        'ids a second': Math.round(identities / seconds),
        'loop held, ms': Math.round(await longestDelay(loops, from, Date.now())),
        'MiB before': Math.round(before),
        'MiB more': Math.round(most - before),
        'list held, ms': await longest(list),
        'jobs held, ms': await longest(jobs),
      })
    }
    return lines
  } finally {
    await browser.close()
    await served.stop()
    await emulator.stop()
    await rm(loops, { recursive: true })
  }
}
