import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { listIdentities } from './fixtures/list-identities.ts'

const FAR = 60

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < FAR; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${FAR} presses of Tab did not lead to it`)
}

test('a person without a mouse gets from the pools to a finished deletion', async ({ page, emulator, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 70 })
  const { keyboard } = page
  await page.goto('/test/pools')
  await tabTo(page, page.getByRole('textbox', { name: 'Filter by name or ID' }))
  await keyboard.type(pool.name)
  await tabTo(page, page.getByRole('link', { name: pool.name }))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'Identities', exact: true }))
  await keyboard.press('Enter')
  await expect(page.getByText('All 70 identities are loaded.')).toBeAttached()

  const first = page.getByRole('checkbox', { name: `Select ${ids[0]}` })
  await tabTo(page, first)
  await keyboard.press('Space')
  await keyboard.press('Shift+End')
  await keyboard.press('Shift+ArrowUp')
  await expect(page.getByText('69 selected', { exact: true })).toBeVisible()
  await keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete 69 identities' })
  await tabTo(page, dialog.getByRole('textbox', { name: 'Type 69 to confirm' }))
  await keyboard.type('69')
  await keyboard.press('Enter')
  await expect(dialog.getByText('Deleted 69 identities.')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual([ids[69]])
  await tabTo(page, dialog.getByRole('button', { name: 'Close' }).last())
  await keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('link', { name: ids[69] })).toBeVisible()
  await expect(page.getByRole('link', { name: ids[0] })).toHaveCount(0)
})
