import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { audited, configuration, plantHistory } from './fixtures/audit-log.ts'

const entries = (page: Page) => page.getByRole('list', { name: 'History' }).locator(':scope > li')
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Restore the / })
const diff = (page: Page) => dialog(page).getByRole('list', { name: 'Your change' })

test('history is told by day and by the reader’s clock too, and access tests alone or left out', async ({
  newBrowser,
  console,
  createPool,
}) => {
  const pool = await createPool()
  plantHistory(console, pool, [
    { operation: 'GetId' },
    { before: configuration('Old'), after: configuration(pool.name) },
    { operation: 'GetCredentialsForIdentity', outcome: 'failed', error: 'Refused' },
  ])
  const context = await newBrowser({ timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  await page.goto(`${console.url}/test/pools/${pool.id}/history`)
  await expect(entries(page)).toHaveCount(3)
  await expect(entries(page).first()).toContainText(/UTC.*\d\d:\d\d:\d\d here/)
  await page.getByRole('radio', { name: 'Changes' }).check()
  await expect(entries(page).getByRole('heading')).toHaveText(['Change configuration'])
  await page.getByRole('radio', { name: 'Access tests' }).check()
  await expect(entries(page).getByRole('heading')).toHaveText([
    'Access test: get credentials',
    'Access test: get an identity ID',
  ])
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Access tests' })).toBeChecked()
  await expect(entries(page)).toHaveCount(2)
  await context.close()
})

test('a save is undone from its message, after a look at what that changes', async ({
  page,
  console,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ IdentityPoolTags: { team: 'web', cost: '1' } })
  await page.goto(`/test/pools/${pool.id}/tags`)
  await page.getByRole('textbox', { name: 'Value of tag 1' }).fill('shop')
  await page.getByRole('button', { name: 'Remove tag 2' }).click()
  await page.getByRole('button', { name: /^Review/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save tags' }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await undo.press('Enter')
  await expect(diff(page).getByRole('listitem')).toHaveCount(2)
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(page)
  expect(await audited(console, pool.id)).toHaveLength(2)
  await dialog(page).getByRole('button', { name: 'Restore' }).press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect.poll(() => audited(console, pool.id)).toHaveLength(3)
  await expect(page.getByRole('textbox', { name: 'Value of tag 1' })).toHaveValue('web')
  await expect(page.getByText('Changed meanwhile')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Value of tag 1' })).toHaveValue('web')
  await expect(page.getByRole('textbox', { name: 'Value of tag 2' })).toHaveValue('1')
})
