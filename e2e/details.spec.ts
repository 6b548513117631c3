import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { configuration, plantHistory } from './fixtures/audit-log.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { identitiesPath } from './fixtures/paths.ts'
import { linkUsers } from './fixtures/people.ts'

const PROVIDER = 'login.members.example'
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const title = (page: Page) => details(page).getByRole('heading', { level: 2 })
const rows = (page: Page, table: string) =>
  page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
const query = (page: Page) => new URL(page.url()).searchParams.get('details')

/** Whatever of the page takes the focus under the panel. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const panel = document.querySelector('[data-details]')
    const edge = panel?.getBoundingClientRect().left ?? 0
    const controls = [...document.querySelectorAll<HTMLElement>('main :is(a, button, input, select, [tabindex="0"])')]
    return controls
      .filter((control) => !panel?.contains(control) && control.checkVisibility() && !control.closest('.sr-only'))
      .filter((control) => {
        control.focus()
        return document.activeElement === control && control.getBoundingClientRect().left >= edge
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120))
  })

async function expectNothingCovered(page: Page) {
  const size = page.viewportSize()
  for (const width of [1024, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await covered(page), `${width} px`).toEqual([])
  }
  if (size) await page.setViewportSize(size)
}

test('identities of a selection are looked at one after the other, and the list stays as it was left', async ({
  page,
  emulator,
  seededPool,
  expectAccessible,
}) => {
  const { pool, ids } = await seededPool({ guests: 60, authenticated: 20 }, { DeveloperProviderName: PROVIDER })
  const person = await linkUsers(emulator, pool, { users: ['48213'] })
  await page.goto(identitiesPath(pool))
  const scroller = page.getByRole('region', { name: 'Identities', exact: true })
  const box = (id = '') => page.getByRole('checkbox', { name: `Select ${id}` })
  await expect(box(ids[0])).toBeEnabled()
  await scroller.focus()
  for (let row = 0; row < 30; row += 1) await page.keyboard.press('ArrowDown')
  await expect(box(ids[30])).toBeFocused()
  await page.keyboard.press('Space')
  for (let row = 0; row < 4; row += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(box(ids[34])).toBeFocused()
  await expect(page.getByText('5 selected')).toBeVisible()
  // Which comes over the end of the table, and not over the row that has the focus.
  await expect(page.getByRole('group', { name: 'Selected identities' })).toBeVisible()
  const place = await scroller.evaluate((element) => element.scrollTop)
  expect(place).toBeGreaterThan(0)
  const heads = scroller.getByRole('columnheader')
  const columns = () => heads.evaluateAll((all) => all.map((head) => head.getBoundingClientRect().left))
  const before = await columns()

  await page.keyboard.press('o')
  await expect(title(page)).toContainText(ids[34] ?? '')
  await expect(title(page)).toBeFocused()
  expect(query(page)).toBe(ids[34])
  await expect(details(page).getByText('Guest', { exact: true })).toBeVisible()
  await expect(details(page).getByText('None leads to it')).toBeVisible()
  for (const id of ids.slice(30, 34).toReversed()) {
    await page.keyboard.press('ArrowUp')
    await expect(title(page)).toContainText(id)
  }
  expect(query(page)).toBe(ids[30])
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(place)
  expect(await columns()).toEqual(before)
  await expect(page.getByText('5 selected')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(details(page)).toHaveCount(0)
  await expect(box(ids[30])).toBeFocused()
  expect(query(page)).toBeNull()

  // From the list the arrow keys take the panel along, with the focus where it is.
  await page.keyboard.press('o')
  await expect(title(page)).toBeFocused()
  await box(ids[30]).focus()
  await page.keyboard.press('ArrowDown')
  await expect(title(page)).toContainText(ids[31] ?? '')
  await expect(box(ids[31])).toBeFocused()
  await page.goBack()
  await expect(details(page)).toHaveCount(0)
  await expect(page.getByText('5 selected')).toBeVisible()

  // By a press too, and by the address, of whom the list has not loaded as well.
  await page.getByRole('row', { name: ids[33] }).getByText('Guest').click()
  await expect(title(page)).toContainText(ids[33] ?? '')
  await details(page).getByRole('link', { name: 'Open identity' }).click()
  await expect(page.getByRole('heading', { level: 1, name: ids[33] })).toBeVisible()
  await page.goBack()
  await expect(title(page)).toContainText(ids[33] ?? '')
  await details(page).getByRole('button', { name: 'Close' }).click()
  await expect(details(page)).toHaveCount(0)
  await expect(page.getByText('5 selected')).toBeVisible()
  await page.goto(`${identitiesPath(pool)}?details=${person}`)
  await expect(details(page).getByText('48213')).toBeVisible()
  await expect(details(page).getByText('Authenticated')).toBeVisible()
  await expectNothingCovered(page)
  await page.goto(`${identitiesPath(pool)}?details=nonsense`)
  await expect(details(page).getByText('The address names no identity ID.')).toBeVisible()
})

test('a finding is read whole, stepped through, suppressed and fixed beside the table', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  const emulator = await startEmulator({ seed: 'demo' })
  const regions = ['us-east-1', 'eu-west-1']
  const { url } = await startConsole({ config: { connections: [{ id: 'demo', endpoint: emulator.url, regions }] } })
  await page.goto(`${url}/demo/findings`)
  const findings = rows(page, 'Findings')
  await expect(findings.first()).toBeVisible()
  const titles = await findings.getByRole('rowheader').allInnerTexts()
  await findings.first().getByRole('rowheader').getByRole('link').press('Enter')
  await expect(title(page)).toHaveText(titles[0] ?? '')
  await expect(title(page)).toBeFocused()
  await expect(details(page).getByRole('heading', { name: 'Why it matters' })).toBeVisible()
  await expect(details(page).getByText('1 of ')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await expect(title(page)).toHaveText(titles[1] ?? '')
  await expect(findings.nth(1)).toHaveAttribute('aria-current', 'true')

  // The server opens it from a copied address; whoever has it open can go on from there.
  const address = page.url()
  const served = await (await page.request.get(address, { headers: { accept: 'text/html' } })).text()
  expect(served).toMatch(/<aside[^>]*aria-label="Details"/)
  await page.goto(address)
  await expect(title(page)).toHaveText(titles[1] ?? '')
  await details(page).getByRole('button', { name: 'Suppress' }).click()
  const dialog = page.getByRole('dialog', { name: 'Suppress finding' })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A kiosk')
  await dialog.getByRole('textbox', { name: 'Reason' }).press('ArrowDown')
  await dialog.getByRole('button', { name: 'Suppress' }).click()
  await expect(dialog).toBeHidden()
  await expect(details(page).getByText('A kiosk')).toBeVisible()
  await expect(details(page).getByText('Not in the list as it is shown')).toBeVisible()
  await details(page).getByRole('button', { name: 'Reopen' }).click()
  await expect(details(page).getByRole('link', { name: 'Fix' })).toBeVisible()
  await expectNothingCovered(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(page.getByRole('region', { name: 'Findings' })).toHaveAttribute('inert')
  await expect(details(page).getByRole('link', { name: 'Fix' })).toBeInViewport({ ratio: 1 })
  await expectAccessible(page)
  await details(page).getByRole('link', { name: 'Fix' }).click()
  await expect(page).toHaveURL(/[?&]fix=/)
})

test('an entry of the log opens beside it, and Back closes it', async ({ page, console, createPool }) => {
  const pool = await createPool()
  plantHistory(console, pool, [
    { before: configuration('First'), after: configuration('Second') },
    { before: configuration('Second'), after: configuration('Third') },
    { outcome: 'denied', error: 'Your role, viewer, may not do this.' },
  ])
  await page.goto(`/audit?pool=${encodeURIComponent(pool.id)}`)
  const entries = rows(page, 'Audit log')
  await expect(entries).toHaveCount(3)
  await entries.nth(2).getByRole('rowheader').getByRole('link').click()
  await expect(details(page).getByRole('list', { name: 'Changes' })).toContainText('Second')
  await page.keyboard.press('ArrowUp')
  await expect(details(page).getByRole('list', { name: 'Changes' })).toContainText('Third')
  await page.keyboard.press('ArrowUp')
  await expect(details(page).getByText('may not do this')).toBeVisible()
  await expectNothingCovered(page)
  await page.goBack()
  await expect(details(page)).toHaveCount(0)
  await expect(entries).toHaveCount(3)
  await entries.nth(1).getByRole('rowheader').getByRole('link').click()
  const link = await copiedWith(page, details(page).getByRole('button', { name: 'Copy link' }))
  expect(new URL(link).pathname).toMatch(/^\/audit\/planted/)
  // Another filter is another list: the panel does not stay over it.
  await page.getByRole('textbox', { name: 'Operation' }).fill('change configuration')
  await expect(details(page)).toHaveCount(0)
})
