import type { Page } from '@playwright/test'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { connectionsOn, expect, test } from './fixtures.ts'
import { goOn } from './fixtures/create-pool.ts'
import { boxOf, closeReport, selectFirst } from './fixtures/deletion.ts'
import { identitiesPath, identityPath, poolPath } from './fixtures/paths.ts'

/** The scroller of the identity table. */
const tableOf = (page: Page) => page.getByRole('region', { name: 'Identities', exact: true })

/** Notes every element outside the open dialog that gets the focus. */
const watchFocus = (page: Page) =>
  page.evaluateHandle(() => {
    const strays: string[] = []
    const look = () => {
      const dialog = document.querySelector('[role="dialog"]')
      const focused = document.activeElement
      const isGuard = focused?.hasAttribute('data-base-ui-focus-guard')
      if (dialog && focused && !isGuard && !dialog.contains(focused)) strays.push(focused.outerHTML.slice(0, 120))
    }
    const watch = () => {
      look()
      requestAnimationFrame(watch)
    }
    watch()
    return strays
  })

/** Opens Access between two other pages of the tab's history, types, and is asked on each of the ways out. */
async function expectAsked(page: Page, poolUrl: string, ways: ((page: Page) => Promise<void>)[]) {
  await page.goto(poolUrl)
  const tabs = page.getByRole('navigation', { name: 'Pool' })
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await tabs.getByRole('link', { name: 'Access', exact: true }).click()
  await expect(name).toBeEnabled()
  await tabs.getByRole('link', { name: 'Code' }).click()
  await expect(page).toHaveURL(/\/code$/)
  await page.goBack()
  await expect(name).toBeEnabled()
  await name.fill('Typed and kept')
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  const asks = page.getByRole('dialog', { name: 'Leave without saving?' })
  for (const leave of ways) {
    await leave(page)
    await expect(asks.getByRole('button', { name: 'Stay' })).toBeFocused()
    await asks.getByRole('button', { name: 'Stay' }).click()
    await expect(asks).toBeHidden()
    await expect(page).toHaveURL(`${poolUrl}/access`)
    await expect(name).toHaveValue('Typed and kept')
  }
  await back(page)
  await asks.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(poolUrl)
  await expect(page.getByRole('heading', { level: 2, name: 'Findings' })).toBeVisible()
}

const back = (page: Page) => page.evaluate(() => window.history.back())
const forward = (page: Page) => page.evaluate(() => window.history.forward())
const tab = (page: Page) => page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Roles' }).click()

async function palette(page: Page) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Pool, identity ID, page or action' }).fill('findings')
  await page.keyboard.press('Enter')
}

async function compareKey(page: Page) {
  await page.getByRole('main').focus()
  await page.keyboard.press('c')
}

async function switcher(page: Page) {
  await page.getByRole('button', { name: /^Connection: / }).click()
  await page.getByRole('link', { name: /^Read only/ }).click()
}

test('unsaved edits are asked for on every way out, and the page says which connection it is', async ({
  page,
  context,
  emulator,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool()
  const [first, ...others] = connectionsOn(emulator)
  const { url } = await startConsole({
    config: { connections: [{ ...first, label: 'PROD', color: 'red' }, ...others] },
  })
  const poolUrl = `${url}${poolPath(pool)}`
  await expectAsked(page, poolUrl, [compareKey, back, forward, palette, switcher, tab])
  await page.goto(`${url}/audit`)
  await expect(page.getByRole('button', { name: 'Connection: Test PROD' })).toBeVisible()
  await expectAccessible(page)
  const older = await context.newPage()
  await older.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }))
  await expectAsked(older, poolUrl, [back])
})

test('Back waits for what asks, however slowly that comes', async ({ page, createPool }) => {
  const pool = await createPool()
  const asking = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch()
    if ((await response.text()).includes('currententrychange')) await asking.promise
    await route.fulfill({ response })
  })
  await page.goto(poolPath(pool))
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Access', exact: true }).click()
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Typed and kept')
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await back(page)
  await expect(page).toHaveURL(new RegExp(`${poolPath(pool)}$`))
  await expect(name).toHaveValue('Typed and kept')
  asking.resolve()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click()
  await expect(page).toHaveURL(new RegExp(`${poolPath(pool)}/access$`))
  await expect(name).toHaveValue('Typed and kept')
})

test('Back in the wizard is the step before, and what was typed survives a reload without its secret', async ({
  page,
}) => {
  await page.goto('/test/pools')
  await page.getByRole('button', { name: 'Create pool' }).first().click()
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  const step = (title: string) =>
    expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible()
  await name.fill('Half a pool')
  await goOn(page, 'Login providers')
  await page.getByRole('textbox', { name: 'Twitter consumer key' }).fill('consumer')
  await page.getByLabel('Twitter consumer secret').fill('top-secret')
  await goOn(page, 'Roles')
  await expect(page).toHaveURL(/#roles$/)
  await page.reload()
  // Its secret is gone, so that the step that asks for it comes first.
  await step('Login providers')
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toContain('Half a pool')
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('top-secret')
  await expect(page.getByRole('textbox', { name: 'Twitter consumer key' })).toHaveValue('consumer')
  await page.getByLabel('Twitter consumer secret').fill('top-secret')
  await goOn(page, 'Roles')
  await page.goBack()
  await step('Login providers')
  await page.getByRole('button', { name: 'Back' }).click()
  await step('Basics')
  await expect(name).toHaveValue('Half a pool')
  await expect(page).toHaveURL(/\/create$/)
  await page.evaluate(() => window.history.back())
  const asks = page.getByRole('dialog', { name: 'Leave without saving?' })
  await asks.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Identity pools' })).toBeVisible()
  await page.goForward()
  await expect(name).toHaveValue('')
})

test('a list is found as it was left, and a filter drops nothing that is selected', async ({ page, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 127, disabled: 3 })
  await page.goto(identitiesPath(pool))
  const said = page.getByText(/^130 selected/)
  await selectFirst(page, ids, 130)
  const place = await tableOf(page).evaluate((box) => box.scrollTop)
  expect(place).toBeGreaterThan(2_000)
  await page.getByRole('link', { name: ids[125] }).click()
  await expect(page).toHaveURL(new RegExp(`${identityPath(ids[125] ?? '')}$`))
  await page
    .getByRole('heading', { level: 1 })
    .getByText(ids[125] ?? '')
    .waitFor()
  await page.goBack()
  await expect(said).toHaveText('130 selected')
  expect(await tableOf(page).evaluate((box) => box.scrollTop)).toBe(place)
  await expect(page.getByRole('link', { name: ids[125] })).toBeFocused()
  const filter = page.getByRole('switch', { name: 'Hide disabled' })
  await filter.click()
  await expect(said).toHaveText('130 selected, 3 of them not in this list')
  await filter.click()
  await expect(said).toHaveText('130 selected')
})

test('the focus stays in the dialog while rows vanish behind it, and goes on in the list', async ({
  page,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 80 })
  await page.goto(identitiesPath(pool))
  await expect(page.getByText('All 80 identities are loaded.')).toBeAttached()
  await boxOf(page, ids[0]).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+End')
  for (let rows = 0; rows < 5; rows += 1) await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete 75 identities' })
  await expect(dialog.getByRole('textbox', { name: 'Type 75 to confirm' })).toBeFocused()
  const strays = await watchFocus(page)
  await page.keyboard.type('75')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Deleted 75 identities.')).toBeVisible()
  expect(await strays.jsonValue()).toEqual([])
  await closeReport(page)
  await expect(dialog).toHaveCount(0)
  await expect(boxOf(page, ids[75])).toBeFocused()

  await chooseInMenu(page, 'Delete pool…')
  const typed = page.getByRole('textbox', { name: `Type ${pool.name} to confirm` })
  await expect(typed).toBeFocused()
  await typed.fill(pool.name)
  await typed.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Identity pools' })).toBeFocused()
})
