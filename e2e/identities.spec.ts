import type { Page } from '@playwright/test'
import { connectionsOn, expect, test } from './fixtures.ts'
import { boxOf, scrollTo } from './fixtures/deletion.ts'
import { holdAction } from './fixtures/hold-action.ts'
import { cursorAfter, listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath, identityPath } from './fixtures/paths.ts'
import type { Pool } from './fixtures/pools.ts'

const ROWS_AT_MOST = 120
const UNKNOWN_ID = 'us-east-1:00000000-0000-4000-8000-000000000000'

const tableOf = (page: Page) => page.getByRole('region', { name: 'Identities', exact: true })

async function open(page: Page, pool: Pool) {
  await page.goto(identitiesPath(pool))
  await expect(page.getByRole('checkbox', { name: 'Select all loaded' })).toBeEnabled()
}

/** Scrolls the table down frame by frame, as fast as it loads, until the text is in it. */
const scrollUntil = (page: Page, text: string) =>
  tableOf(page).evaluate(async (table, text) => {
    const isThere = () => table.textContent?.includes(text)
    while (!isThere()) {
      table.scrollBy(0, 2_000)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }, text)

/** From now on notes the greatest number of table rows that the document ever has. */
async function watchRows(page: Page) {
  const most = await page.evaluateHandle(() => {
    const seen = { rows: 0 }
    const count = () => (seen.rows = Math.max(seen.rows, document.querySelectorAll('tr').length))
    new MutationObserver(count).observe(document.body, { childList: true, subtree: true })
    count()
    return seen
  })
  return () => most.evaluate(({ rows }) => rows)
}

test('an operator scrolls 5,000 identities to the end and hides the disabled ones', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  test.slow()
  const emulator = await startEmulator({ seed: 5000 })
  const { url } = await startConsole({ config: { connections: connectionsOn(emulator) } })
  await page.goto(`${url}/test/pools`)
  await page.getByRole('link', { name: 'Load test' }).click()
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(tableOf(page)).toBeVisible()
  const mostRows = await watchRows(page)
  await scrollUntil(page, 'All 5,000 identities are loaded.')
  expect(await mostRows()).toBeLessThanOrEqual(ROWS_AT_MOST)
  expect(await mostRows()).toBeGreaterThan(20)

  const poolId = page.url().split('/').at(-2) ?? ''
  const pool = { id: poolId, name: 'Load test', region: 'us-east-1' }
  const all = await listIdentities(emulator, pool)
  await scrollTo(page, boxOf(page, all.at(-1)))

  const disabled = page.getByRole('cell', { name: 'Disabled' })
  const enabled = await listIdentities(emulator, pool, true)
  await page.getByRole('switch', { name: 'Hide disabled' }).click()
  await expect(page).toHaveURL(/\?hideDisabled=true$/)
  await expect(boxOf(page, enabled[0])).toBeVisible()
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Hide disabled' })).toBeChecked()
  await expect(boxOf(page, enabled[0])).toBeVisible()
  await scrollTo(page, boxOf(page, enabled[59]))
  await expect(disabled).toHaveCount(0)
  await page.getByRole('switch', { name: 'Hide disabled' }).click()
  await expect(page).toHaveURL(/\/identities$/)
  await expect(disabled.first()).toBeVisible()
})

test('the first identities come with the document', async ({ newBrowser, createPool, seedIdentities }) => {
  const pool = await createPool()
  const [first = ''] = await seedIdentities(pool, { guests: 1, authenticated: 40 })
  const context = await newBrowser({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(identitiesPath(pool))
  const link = page.getByRole('link', { name: first, includeHidden: true })
  await expect(link).toHaveAttribute('href', identityPath(first))
  await expect(page.getByRole('link', { name: `${pool.region}:`, includeHidden: true })).toHaveCount(30)
  await context.close()
})

test('an operator finds an identity by its ID', async ({ page, createPool, seedIdentities, fault }) => {
  const pool = await createPool()
  const other = await createPool({ region: 'eu-west-1' })
  await seedIdentities(pool, { guests: 1 })
  const [elsewhere = '', denied = ''] = await seedIdentities(other, { guests: 1, authenticated: 1 })
  await open(page, pool)
  const search = page.getByRole('search', { name: 'Identities' })
  const find = search.getByRole('textbox', { name: 'Find by identity ID' })
  const problem = search.getByRole('alert')

  await find.fill('ada@example.com')
  await find.press('Enter')
  await expect(problem).toHaveText(/^This is not an identity ID\. One looks like us-east-1:[0-9a-f-]{36}\.$/)
  await expect(find).toHaveAttribute('aria-invalid', 'true')
  await find.fill(UNKNOWN_ID)
  await expect(problem).toHaveCount(0)
  await find.press('Enter')
  await expect(problem).toContainText(`This connection has no identity ${UNKNOWN_ID}`)

  await find.fill('ap-south-1:00000000-0000-4000-8000-000000000000')
  await find.press('Enter')
  await expect(problem).toContainText('does not reach the Region ap-south-1')

  await fault({ operation: 'DescribeIdentity', error: 'AccessDeniedException', id: denied })
  await find.fill(denied)
  await find.press('Enter')
  await expect(problem).toContainText('cognito-identity:DescribeIdentity')

  await find.fill(`  ${elsewhere} `)
  await find.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${identityPath(elsewhere)}$`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(elsewhere)
})

test('an operator selects with the mouse, and the selection survives further loading', async ({
  page,
  emulator,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 200 })
  await open(page, pool)
  const said = (text: string) => expect(page.getByText(text, { exact: true })).toBeVisible()

  await boxOf(page, ids[1]).click()
  await said('1 selected')
  await expect(page.getByRole('button', { name: 'Delete 1 identity', exact: true })).toBeVisible()
  await boxOf(page, ids[9]).click({ modifiers: ['Shift'] })
  await said('9 selected')
  await expect(boxOf(page, ids[5])).toBeChecked()
  await expect(boxOf(page, ids[10])).not.toBeChecked()
  await boxOf(page, ids[3]).click({ modifiers: ['Shift'] })
  await said('3 selected')
  await boxOf(page, ids[2]).click()
  await said('2 selected')
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await said('0 selected')

  const third = await holdAction(page, await cursorAfter(emulator, pool, 2))
  await scrollTo(page, boxOf(page, ids[119]))
  await third.held
  const all = page.getByRole('checkbox', { name: 'Select all loaded' })
  await all.click()
  await said('120 selected')
  await expect(all).toBeChecked()
  third.release()
  await scrollTo(page, boxOf(page, ids[199]))
  await said('120 selected')
  await expect(all).toBeChecked({ indeterminate: true })
  await expect(boxOf(page, ids[199])).not.toBeChecked()
  await boxOf(page, ids[199]).click()
  await said('121 selected')
  await page.getByRole('switch', { name: 'Hide disabled' }).click()
  await expect(page.getByText(/^121 selected/)).toBeVisible()
})

test('an operator selects with the keyboard', async ({ page, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 100 })
  await open(page, pool)
  const { keyboard } = page
  const said = (text: string) => expect(page.getByText(text, { exact: true })).toBeVisible()

  await boxOf(page, ids[0]).focus()
  await keyboard.press('Space')
  await said('1 selected')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Shift+ArrowDown')
  await said('3 selected')
  await expect(boxOf(page, ids[2])).toBeFocused()
  await keyboard.press('Shift+ArrowUp')
  await said('2 selected')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(boxOf(page, ids[3])).toBeFocused()
  await said('2 selected')
  await keyboard.press('Shift+PageDown')
  await said('18 selected')
  await expect(boxOf(page, ids[18])).toBeInViewport()
  await keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Clear selection' })).toHaveCount(0)

  await expect(page.getByText('All 100 identities are loaded.')).toBeAttached()
  await keyboard.press('End')
  await expect(boxOf(page, ids[99])).toBeFocused()
  await expect(boxOf(page, ids[99])).toBeInViewport()
  await keyboard.press('ControlOrMeta+a')
  await said('100 selected')
  await keyboard.press('Space')
  await said('99 selected')
  await keyboard.press('Delete')
  await expect(page.getByRole('dialog', { name: 'Delete 99 identities' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await said('99 selected')
  await expect(boxOf(page, ids[99])).toBeFocused()
  await keyboard.press('Home')
  await expect(boxOf(page, ids[0])).toBeFocused()
  await keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${identityPath(ids[0] ?? '')}$`))
})

test('a pool without identities says what will make one appear', async ({ page, createPool }) => {
  const pool = await createPool()
  await page.goto(identitiesPath(pool))
  await expect(page.getByText('No identities yet')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Select all loaded' })).toBeDisabled()
})
