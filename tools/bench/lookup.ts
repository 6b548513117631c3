import { LookupDeveloperIdentityCommand } from '@aws-sdk/client-cognito-identity'
import { chromium, type Page } from '@playwright/test'
import { setTimeout } from 'node:timers/promises'
import { presentBrowser, thisMachine } from '../find-browser.ts'
import { startConsole } from '../../e2e/fixtures/console.ts'
import { startDelays } from '../../e2e/fixtures/delays.ts'
import { clientOf, startEmulator, type Emulator } from '../../e2e/fixtures/emulator.ts'
import { linkUsers } from '../../e2e/fixtures/people.ts'
import { createPool } from '../../e2e/fixtures/pools.ts'
import { median } from './median.ts'
import { signedInPage } from './signed-in-page.ts'

const POOLS = 60
const REGION = 'us-east-1'
const ROUNDS = 9
const PROVIDER = 'login.members.example'
const SLOWEST_MS = 1000
/** Every twentieth pool knows the user, the slowest among them. */
const KNOWS = 20
/** Beyond the slowest pool's own answer. */
const MARGIN = 0.2

/** One for each round. */
const users = Array.from({ length: ROUNDS }, (_, index) => `user-${index}`)

/** The pools' ids, the slowest last. */
async function makePools(emulator: Emulator) {
  const ids: string[] = []
  for (let index = 0; index < POOLS; index += 1) {
    const pool = await createPool(emulator, { name: `Pool ${index}`, DeveloperProviderName: PROVIDER })
    ids.push(pool.id)
    if ((index + 1) % KNOWS !== 0) continue
    for (const user of users) await linkUsers(emulator, pool, { users: [user], provider: PROVIDER })
  }
  return ids
}

/** Looks a user up; when it was asked for, and when each pool's answer was on the screen, as epoch milliseconds by name. */
async function lookUp(page: Page, user: string) {
  const watch = await page.evaluateHandle((count) => {
    const now = () => performance.timeOrigin + performance.now()
    const drawn = new Promise<{ askedAt: number; drawnAt: Record<string, number> }>((resolve) => {
      const start = () => {
        const askedAt = now()
        const drawnAt: Record<string, number> = {}
        const look = () => {
          for (const { children } of document.querySelectorAll('table tbody tr')) {
            const [name, , answer] = [...children].map(({ textContent }) => textContent)
            if (name && answer && !answer.includes('Asking')) drawnAt[name] ??= now()
          }
          if (Object.keys(drawnAt).length < count) requestAnimationFrame(look)
          else resolve({ askedAt, drawnAt })
        }
        requestAnimationFrame(look)
      }
      document.addEventListener('submit', start, { capture: true, once: true })
    })
    return { drawn }
  }, POOLS)
  await page.getByRole('textbox', { name: 'Who is it?' }).fill(user)
  await page.keyboard.press('Enter')
  return watch.evaluate(({ drawn }) => drawn)
}

/** How long the slowest pool takes for whoever asks it alone. */
async function ownAnswer(endpoint: string, poolId: string): Promise<number> {
  const client = clientOf(endpoint, REGION)
  const times: number[] = []
  for (const user of users) {
    const start = performance.now()
    await client.send(new LookupDeveloperIdentityCommand({ IdentityPoolId: poolId, DeveloperUserIdentifier: user }))
    times.push(performance.now() - start)
  }
  return median(times)
}

async function measure() {
  const emulator = await startEmulator()
  const ids = await makePools(emulator)
  const answeredAt = new Map<string, number>()
  const delays = await startDelays(emulator, async ({ operation, input }) => {
    const index = ids.findIndex((id) => input.includes(id))
    if (operation !== 'LookupDeveloperIdentity') return
    await setTimeout(((index + 1) / POOLS) * SLOWEST_MS)
    answeredAt.set(`Pool ${index}`, Date.now())
  })
  const connections = [{ id: 'desk', endpoint: delays.url, regions: [REGION] }]
  const served = await startConsole({ config: { connections } })
  const executablePath = presentBrowser(thisMachine)
  const browser = await chromium.launch(executablePath ? { executablePath } : {})
  try {
    const own = await ownAnswer(delays.url, ids.at(-1) ?? '')
    const page = await signedInPage(browser, served)
    await page.goto(`${served.url}/desk/find`)
    await lookUp(page, 'nobody, so that every pool is described')
    const rounds: { total: number; lags: number[] }[] = []
    for (const user of users) {
      const { askedAt, drawnAt } = await lookUp(page, user)
      rounds.push({
        total: Math.max(...Object.values(drawnAt)) - askedAt,
        lags: Object.entries(drawnAt).map(([name, at]) => at - (answeredAt.get(name) ?? Number.NaN)),
      })
    }
    return {
      own,
      total: median(rounds.map(({ total }) => total)),
      lag: median(rounds.flatMap(({ lags }) => lags)),
      worstLag: median(rounds.map(({ lags }) => Math.max(...lags))),
    }
  } finally {
    await browser.close()
    await served.stop()
    await delays.stop()
    await emulator.stop()
  }
}

const { own, total, lag, worstLag } = await measure()
const rows = [
  { what: 'The slowest pool asked alone, ms', measured: own, limit: Number.POSITIVE_INFINITY },
  { what: `All ${POOLS} answers drawn, ms`, measured: total, limit: own * (1 + MARGIN) },
  { what: 'From an answer to its drawing, ms', measured: lag, limit: own * MARGIN },
  { what: 'The same for the last drawn of a search, ms', measured: worstLag, limit: own * MARGIN },
].map(({ what, measured, limit }) => ({ what, measured: Math.round(measured), limit: Math.round(limit) }))

console.log(`One user looked up in ${POOLS} pools that answer one after the other, medians of ${ROUNDS}:`)
console.table(rows)
const missed = rows.filter(({ measured, limit }) => !(measured <= limit))
for (const { what, measured, limit } of missed) console.error(`${what}: ${measured} is over ${limit}.`)
process.exitCode = missed.length === 0 ? 0 : 1
