import { expect, test } from './fixtures.ts'
import { boxOf, dialogOf } from './fixtures/deletion.ts'
import { matching, scanPool } from './fixtures/identity-index.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { signInGuest } from './fixtures/sign-in-guest.ts'

test('users among rows of the index ask for a typed number, and one who changed since is not deleted', async ({
  page,
  emulator,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 3, authenticated: 1 })
  const [first = '', second = '', , user = ''] = ids
  await scanPool(page, pool, 4)
  for (const id of [first, second, user]) await boxOf(page, id).click()
  await page.getByRole('button', { name: 'Delete 3 identities', exact: true }).click()
  const dialog = dialogOf(page)
  await expect(dialog).toContainText('3 identities: 1 authenticated, 2 guests')
  const start = dialog.getByRole('button', { name: 'Delete 3 identities', exact: true })
  await expect(start).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Type 3 to confirm' }).fill('3')
  await signInGuest(emulator, pool, second)
  await start.click()
  await expect(dialog.getByText('Deleted 2 of 3 identities.')).toBeVisible()
  await expect(dialog.getByText('1 other than you saw, and not deleted')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual([second, ids[2]])
})

test('what is selected and not in the list any more is counted', async ({ page, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 2, authenticated: 1 })
  await scanPool(page, pool, 3)
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await expect(page.getByText('3 selected', { exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'State' }).selectOption('Authenticated')
  await expect(matching(page)).toHaveText('1 of 3 match')
  await expect(page.getByText('3 selected, 2 of them not in this list', { exact: true })).toBeVisible()
  await boxOf(page, ids[2]).click()
  await expect(page.getByText('2 selected, 2 of them not in this list', { exact: true })).toBeVisible()
})
