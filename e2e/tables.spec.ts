import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { boxOf, closeReport, confirmDeletion, expectSaid } from './fixtures/deletion.ts'
import { cursorAfter } from './fixtures/list-identities.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'

const mark = () => `Table ${randomUUID().slice(0, 8)}`
const tableOf = (page: Page, name: string) => page.getByRole('table', { name })
const headOf = (page: Page, name: string) => page.getByRole('columnheader', { name })
const topOf = async (locator: Locator) => (await locator.boundingBox())?.y
const heightOf = async (locator: Locator) => (await locator.boundingBox())?.height
const openOptions = (page: Page) => page.getByRole('button', { name: 'Table options' }).click()
const optionsOf = (page: Page) => page.getByRole('group', { name: 'Table options' })

/** How much of the page has moved since its document came. */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
          )
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(0), 200)
      }),
  )

test('an operator sorts the pools, chooses columns and takes the rows along', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const name = mark()
  const second = await createPool({ name: `${name} b`, region: 'eu-west-1' })
  const first = await createPool({ name: `=1+1 ${name} a`, DeveloperProviderName: 'login.members.example' })
  const third = await createPool({ name: `${name} c`, AllowUnauthenticatedIdentities: false })
  await page.goto(`/test/pools?q=${encodeURIComponent(name)}`)
  const table = tableOf(page, 'Identity pools')
  const names = table.getByRole('rowheader')
  await expect(page.getByText(/^3 (of \d+ )?pools$/)).toBeVisible()
  await expect(names).toHaveText([first.name, second.name, third.name])

  const head = headOf(page, 'Name')
  await expect(head).toHaveAttribute('aria-sort', 'none')
  await head.getByRole('button').press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await head.getByRole('button').press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(names).toHaveText([third.name, second.name, first.name])
  await page.reload()
  await expect(names).toHaveText([third.name, second.name, first.name])
  await page.getByRole('textbox', { name: 'Filter by name or ID' }).fill(name.toLowerCase())
  await expect(page).toHaveURL(/sort=-Name/)
  await headOf(page, 'Guest access').getByRole('button').click()
  await expect(names).toHaveText([third.name, first.name, second.name])
  await headOf(page, 'Guest access').getByRole('button').click()
  await expect(names).toHaveText([first.name, second.name, third.name])
  await headOf(page, 'Findings').getByRole('button').click()
  await headOf(page, 'Findings').getByRole('button').click()
  await expect(table.getByRole('row').nth(3)).toContainText(third.name)
  await headOf(page, 'Name').getByRole('button').click()
  await headOf(page, 'Name').getByRole('button').click()

  await expect(headOf(page, 'Region')).toHaveCount(0)
  await openOptions(page)
  const options = optionsOf(page)
  await options.getByRole('checkbox', { name: 'Region' }).check()
  await options.getByRole('checkbox', { name: 'Guest access' }).uncheck()
  await expect(options.getByRole('checkbox', { name: 'Name' })).toBeDisabled()
  await options.getByRole('radio', { name: 'Compact' }).check()
  await expectAccessible(page)
  const providers = 'Social Developer'
  const seen = await copiedWith(page, options.getByRole('button', { name: 'Copy rows' }))
  const lines = seen.trimEnd().split('\r\n')
  expect(lines[0]).toBe('Name\tFindings\tPool ID\tRegion\tLogin providers')
  expect(lines).toHaveLength(4)
  expect(lines[3]).toMatch(new RegExp(`^'=1\\+1 ${name} a\t.*\t${first.id}\tus-east-1\tSocial, Developer$`))
  const downloading = page.waitForEvent('download')
  await options.getByRole('button', { name: 'Export as CSV' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toBe('pools-test.csv')
  expect((await readFile(await file.path(), 'utf8')).split('\r\n')[2]).toMatch(
    new RegExp(`^${second.name},.*,${second.id},eu-west-1,Guests on,Social,,arn:aws:cognito-identity:.+$`),
  )

  await page.reload()
  const row = table.getByRole('row').filter({ hasText: first.name })
  await expect(row.getByRole('cell', { name: providers })).toBeVisible()
  await expect(row.getByRole('cell', { name: 'us-east-1', exact: true })).toBeVisible()
  await expect(headOf(page, 'Guest access')).toHaveCount(0)
  expect(await heightOf(row)).toBe(28)
  expect(await shiftOf(page)).toBeLessThan(0.02)
})

test('a browser that keeps nothing lets a table be changed all the same', async ({ page, createPool }) => {
  const pool = await createPool()
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Denied', 'SecurityError')
      },
    })
  })
  await page.goto(`/test/pools?q=${pool.id}`)
  await expect(page.getByRole('cell', { name: 'Guests on' })).toBeVisible()
  await openOptions(page)
  await optionsOf(page).getByRole('checkbox', { name: 'Region' }).check()
  await expect(headOf(page, 'Region')).toBeVisible()
})

test('a press anywhere on a row opens it, and what is selected is not lost by it', async ({
  page,
  context,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 3 })
  await page.goto(`/test/pools?q=${pool.id}`)
  const cell = page.getByRole('cell', { name: 'Guests on' })
  await expect(cell).toBeVisible()
  const opened = context.waitForEvent('page')
  await cell.click({ modifiers: ['ControlOrMeta'] })
  await expect(await opened).toHaveURL(new RegExp(`${poolPath(pool)}$`))
  const openedToo = context.waitForEvent('page')
  await cell.click({ button: 'middle' })
  await expect(await openedToo).toHaveURL(new RegExp(`${poolPath(pool)}$`))
  await cell.click()
  await expect(page).toHaveURL(new RegExp(`${poolPath(pool)}$`))

  await page.goto(identitiesPath(pool))
  const row = page.getByRole('row').filter({ has: boxOf(page, ids[1]) })
  const id = row.getByText(ids[1] ?? '').first()
  await boxOf(page, ids[1]).click()
  await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
  await id.evaluate((text) => text.ownerDocument.getSelection()?.selectAllChildren(text))
  await row.getByRole('cell', { name: 'Guest' }).dispatchEvent('click')
  await expect(page).toHaveURL(new RegExp(`${identitiesPath(pool)}$`))
  await page.evaluate(() => document.getSelection()?.removeAllRanges())
  await row.getByRole('cell', { name: 'Guest' }).click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details).toContainText(ids[1] ?? '')
  await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
})

test('identities say how many they are, and a selection moves nothing', async ({
  page,
  seededPool,
  expectAccessible,
}) => {
  const { pool, ids } = await seededPool({ guests: 190, disabled: 10 })
  await page.setViewportSize({ width: 1366, height: 657 })
  await page.goto(identitiesPath(pool))
  await expect(page.getByText('120 loaded')).toBeVisible()
  await expect(page.getByText('0 selected')).toBeVisible()
  await expect(page.getByText('Loading identities…')).toHaveCount(0)
  await expect(boxOf(page, ids[11])).toBeInViewport({ ratio: 1 })
  await expect(headOf(page, 'State').getByRole('button')).toHaveCount(0)

  await page.setViewportSize({ width: 360, height: 740 })
  const before = await topOf(boxOf(page, ids[1]))
  await boxOf(page, ids[1]).click()
  await boxOf(page, ids[0]).click()
  const bar = page.getByRole('group', { name: 'Selected identities' })
  await expect(bar).toBeVisible()
  expect(await topOf(boxOf(page, ids[1]))).toBe(before)
  await expectAccessible(page)
  const copied = await copiedWith(page, bar.getByRole('button', { name: 'Copy IDs' }))
  expect(copied.split('\n')).toEqual(ids.slice(0, 2))
  const downloading = page.waitForEvent('download')
  await bar.getByRole('button', { name: 'CSV' }).click()
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines.map((line) => line.split(',')[0])).toEqual(['Identity ID', ...ids.slice(0, 2)])
  await bar.getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar).toHaveCount(0)
  await expect(page.locator(':focus')).toHaveAttribute('type', 'checkbox')
})

test('identities are sorted once all of them are there', async ({ page, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 2, authenticated: 1, disabled: 2 })
  await page.goto(identitiesPath(pool))
  const head = headOf(page, 'State').getByRole('button')
  const table = tableOf(page, 'Identities')
  const states = table.getByRole('cell', { name: /^(Guest|Authenticated|Disabled)$/ })
  await expect(table.getByRole('checkbox', { name: /^Select us-/ }).first()).toHaveAccessibleName(`Select ${ids[0]}`)
  await head.click()
  await expect(states).toHaveText(['Authenticated', 'Disabled', 'Disabled', 'Guest', 'Guest'])
  await page.getByRole('switch', { name: 'Hide disabled' }).click()
  await expect(states).toHaveText(['Authenticated', 'Guest', 'Guest'])
  await head.click()
  await expect(states).toHaveText(['Guest', 'Guest', 'Authenticated'])
  const boxes = table.getByRole('checkbox', { name: /^Select us-/ })
  await boxes.nth(1).click()
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  await expect(page.getByText('2 selected', { exact: true })).toBeVisible()
  await expect(boxes.first()).not.toBeChecked()
  await head.click()
  await expect(page).toHaveURL(/\?hideDisabled=true$/)
})

test('a deletion asks for no further identities until it is over', async ({ page, emulator, seededPool }) => {
  const { pool } = await seededPool({ guests: 130 })
  const third = await cursorAfter(emulator, pool, 2)
  let asked = 0
  page.on('request', (request) => {
    if (request.postData()?.includes(third)) asked += 1
  })
  await page.goto(identitiesPath(pool))
  await expect(page.getByText('120 loaded')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await confirmDeletion(page, 120)
  await expectSaid(page, 'Deleted 120 identities.')
  expect(asked).toBe(0)
  await closeReport(page)
  await expect(page.getByText('10 loaded')).toBeVisible()
  expect(asked).toBeGreaterThan(0)
})
