import { chromium, type Page } from '@playwright/test'
import { presentBrowser, thisMachine } from '../find-browser.ts'
import { startConsole } from '../../e2e/fixtures/console.ts'
import { startEmulator } from '../../e2e/fixtures/emulator.ts'
import { linkUsers } from '../../e2e/fixtures/people.ts'
import { createPool } from '../../e2e/fixtures/pools.ts'
import { everyProvider, googleRules, setRoles } from '../../e2e/fixtures/roles.ts'
import { median } from './median.ts'
import { onRoles, ROLES_LIMIT_MS, ROLES_SLOWDOWN } from './on-roles.ts'
import { painted } from './painted.ts'
import { signedInPage } from './signed-in-page.ts'

const PROVIDER = 'login.members.example'
const ROUNDS = 9
const LIMIT_MS = 100
/** An identity's most; two such cannot be merged, two with half of it can. */
const MOST = 20

const usersOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}-${String(index).padStart(2, '0')}@members.example`)

interface Interaction {
  what: string
  act: (page: Page) => Promise<void>
  /** Puts the page back, unmeasured. */
  undo?: (page: Page) => Promise<void>
}

const dialogOpens = (page: Page) => page.getByRole('dialog').waitFor()

const closeDialog = async (page: Page) => {
  await dialogOpens(page)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const onIdentity: Interaction[] = [
  {
    what: 'Identity: open the dialog that unlinks a user',
    act: (page) => page.getByRole('button', { name: `Unlink ${usersOf('ada', MOST)[7]}` }).click(),
    undo: closeDialog,
  },
  {
    what: 'Identity: open the dialog that links a user',
    act: (page) => page.getByRole('button', { name: 'Link identifier' }).click(),
    undo: closeDialog,
  },
  {
    what: 'Identity: type into a note',
    act: (page) => page.getByRole('textbox', { name: 'New note' }).press('x'),
    undo: (page) => page.getByRole('textbox', { name: 'New note' }).press('Backspace'),
  },
  {
    what: 'Identity: open a command',
    act: (page) => page.getByText('Copy as AWS CLI').last().click(),
  },
]

const onMerge: Interaction[] = [
  {
    what: 'Merge: compare two sides of 20 users',
    act: (page) => page.getByRole('button', { name: 'Compare' }).click(),
  },
  { what: 'Merge: swap two sides of 20 users', act: (page) => page.getByRole('button', { name: 'Swap' }).click() },
  {
    what: 'Merge: type another user',
    act: (page) => page.getByRole('textbox', { name: 'User who moves' }).press('x'),
    undo: (page) => page.getByRole('textbox', { name: 'User who moves' }).press('Backspace'),
  },
]

const onDialog: Interaction[] = [
  {
    what: 'Merge: open the dialog, two sides of 10 users',
    act: (page) => page.getByRole('button', { name: 'Merge identities' }).click(),
    undo: dialogOpens,
  },
  {
    what: 'Merge: open the command in the dialog',
    act: (page) => page.getByRole('dialog').getByText('Copy as AWS CLI').click(),
  },
  { what: 'Merge: close the dialog', act: (page) => page.keyboard.press('Escape') },
]

async function compare(page: Page, [stays = '', moves = '']: string[]) {
  await page.getByRole('textbox', { name: 'User who stays' }).fill(stays)
  await page.getByRole('textbox', { name: 'User who moves' }).fill(moves)
  await page.getByRole('button', { name: 'Compare' }).click()
  const sides = page.getByRole('region', { name: /^Identity that/ }).getByText('Authenticated')
  await sides.nth(1).waitFor()
}

async function measure() {
  const emulator = await startEmulator()
  const pool = await createPool(emulator, { DeveloperProviderName: PROVIDER })
  const [ada] = await Promise.all([
    linkUsers(emulator, pool, { users: usersOf('ada', MOST) }),
    linkUsers(emulator, pool, { users: usersOf('bob', MOST) }),
    linkUsers(emulator, pool, { users: usersOf('cy', MOST / 2) }),
    linkUsers(emulator, pool, { users: usersOf('dee', MOST / 2) }),
  ])
  const ruled = await createPool(emulator, everyProvider)
  await setRoles(emulator, ruled, googleRules(...Array.from({ length: 25 }, (_, index) => `team-${index}`)))
  const served = await startConsole({
    config: { connections: [{ id: 'desk', endpoint: emulator.url, regions: ['us-east-1'] }] },
  })
  const executablePath = presentBrowser(thisMachine)
  const browser = await chromium.launch(executablePath ? { executablePath } : {})
  const times = new Map<string, number[]>()
  const page = await signedInPage(browser, served, { viewport: { width: 1280, height: 800 } })
  const processor = await page.context().newCDPSession(page)
  const run = async (interactions: Interaction[]) => {
    for (const { what, act, undo } of interactions) {
      times.set(what, [...(times.get(what) ?? []), await painted(page, () => act(page))])
      await undo?.(page)
    }
  }
  const merge = `${served.url}/desk/pools/${pool.id}/developer-identities`
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto(`${served.url}/desk/identities/${ada}?pool=${pool.id}`)
      await page.getByRole('button', { name: `Unlink ${usersOf('ada', MOST)[7]}` }).waitFor()
      await run(onIdentity)
      await page.goto(merge, { waitUntil: 'networkidle' })
      await compare(page, [usersOf('ada', MOST)[0] ?? '', usersOf('bob', MOST)[0] ?? ''])
      await run(onMerge)
      await compare(page, [usersOf('cy', MOST)[0] ?? '', usersOf('dee', MOST)[0] ?? ''])
      await run(onDialog)
      await page.goto(`${served.url}/desk/pools/${ruled.id}/roles`, { waitUntil: 'networkidle' })
      await processor.send('Emulation.setCPUThrottlingRate', { rate: ROLES_SLOWDOWN })
      await run(onRoles)
      await processor.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    }
  } finally {
    await browser.close()
    await served.stop()
    await emulator.stop()
  }
  return times
}

const rows = [...(await measure())].map(([what, all]) => ({
  what,
  median: median(all),
  slowest: Math.max(...all),
  limit: onRoles.some((one) => one.what === what) ? ROLES_LIMIT_MS : LIMIT_MS,
}))
console.log(
  `From an interaction to the next paint in ms, ${ROUNDS} times each, on Roles with a processor ${ROLES_SLOWDOWN} times slower; the browser rounds to 8 ms:`,
)
console.table(rows)
const missed = rows.filter((row) => !(row.median < row.limit))
for (const row of missed) console.error(`${row.what}: ${row.median} ms, not under ${row.limit}.`)
process.exitCode = missed.length === 0 ? 0 : 1
