import { chromium } from '@playwright/test'
import { startConsole } from '../../e2e/fixtures/console.ts'
import { startDelays } from '../../e2e/fixtures/delays.ts'
import { startEmulator } from '../../e2e/fixtures/emulator.ts'
import { linkUsers } from '../../e2e/fixtures/people.ts'
import { createPool } from '../../e2e/fixtures/pools.ts'
import { presentBrowser, thisMachine } from '../find-browser.ts'
import { signedInPage } from './signed-in-page.ts'

const PEOPLE = 200
const POOLS = 9
const PER_SECOND = 50
const MARGIN = 0.2
/** Every twentieth is known in one pool. */
const KNOWN = 20
const OPERATION = 'LookupDeveloperIdentity'

const users = Array.from({ length: PEOPLE }, (_, index) => `member-${index}`)

async function measure() {
  const emulator = await startEmulator({ quotas: `${OPERATION}=${PER_SECOND}` })
  for (let index = 0; index < POOLS; index += 1) {
    const pool = await createPool(emulator, { name: `Pool ${index}`, DeveloperProviderName: 'login.members.example' })
    const known = users.filter((_, at) => at % KNOWN === 0 && (at / KNOWN) % POOLS === index)
    for (const user of known) await linkUsers(emulator, pool, { users: [user] })
  }
  let underWay = 0
  let most = 0
  let calls = 0
  const counted = await startDelays(
    emulator,
    ({ operation }) => {
      if (operation !== OPERATION) return undefined
      calls += 1
      underWay += 1
      most = Math.max(most, underWay)
      return undefined
    },
    ({ operation }) => {
      if (operation === OPERATION) underWay -= 1
    },
  )
  const served = await startConsole({
    config: { connections: [{ id: 'desk', endpoint: counted.url, regions: ['us-east-1'] }] },
  })
  const executablePath = presentBrowser(thisMachine)
  const browser = await chromium.launch(executablePath ? { executablePath } : {})
  try {
    const page = await signedInPage(browser, served)
    await page.goto(`${served.url}/desk/find/list`)
    await page.getByRole('textbox', { name: 'Identifiers' }).fill(users.join('\n'))
    const table = page.getByRole('table', { name: 'People' })
    const start = performance.now()
    await page.getByRole('button', { name: `Look up ${PEOPLE}` }).click()
    await table.getByRole('row').nth(1).getByText('Known', { exact: true }).waitFor()
    await table.getByRole('row').nth(2).getByText('Not known', { exact: true }).waitFor()
    const first = performance.now() - start
    const end = page.getByText(
      `All ${PEOPLE} done: ${PEOPLE / KNOWN} known, ${PEOPLE - PEOPLE / KNOWN} not known, 0 not asked.`,
    )
    await end.waitFor({ timeout: 180_000 })
    return { first, total: performance.now() - start, most, calls }
  } finally {
    await browser.close()
    await served.stop()
    await counted.stop()
    await emulator.stop()
  }
}

const { first, total, most, calls } = await measure()
const ideal = ((PEOPLE * POOLS) / PER_SECOND) * 1000
const rows = [
  { what: 'The first two rows, ms', measured: first, limit: 2_000 },
  { what: `All ${PEOPLE * POOLS} look-ups answered, ms`, measured: total, limit: ideal * (1 + MARGIN) },
  { what: 'Look-ups under way at once', measured: most, limit: 8 },
  { what: 'Calls, throttled ones included', measured: calls, limit: Number.POSITIVE_INFINITY },
].map(({ what, measured, limit }) => ({ what, measured: Math.round(measured), limit: Math.round(limit) }))

console.log(`${PEOPLE} people looked up in ${POOLS} pools that take ${PER_SECOND} calls a second:`)
console.table(rows)
const missed = rows.filter(({ measured, limit }) => !(measured <= limit))
for (const { what, measured, limit } of missed) console.error(`${what}: ${measured} is over ${limit}.`)
process.exitCode = missed.length === 0 ? 0 : 1
