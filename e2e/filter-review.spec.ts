import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { cutAction } from './fixtures/cut-action.ts'
import { dialogOf } from './fixtures/deletion.ts'
import { holdAction } from './fixtures/hold-action.ts'
import { scanPool } from './fixtures/identity-index.ts'
import { listIdentities } from './fixtures/list-identities.ts'

const chooseList = (dialog: Locator, name: string, text: string) =>
  dialog.getByLabel('Keep list').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

const type = (dialog: Locator, count: number) =>
  dialog.getByRole('textbox', { name: `Type ${count} to confirm` }).fill(String(count))

test('a deletion by filter that was not started is reviewed again, and keeps what it kept', async ({
  page,
  emulator,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 9 })
  await scanPool(page, pool, 9)
  await page.getByRole('button', { name: 'Delete by filter', exact: true }).click()
  const dialog = dialogOf(page)
  await chooseList(dialog, 'active.csv', ids.slice(0, 2).join('\n'))
  await expect(dialog.getByText('2 of the 2 IDs match the filter and are kept.')).toBeVisible()
  await type(dialog, 7)
  await cutAction(page, 'delete-by-filter', 'before')
  await dialog.getByRole('button', { name: 'Delete 7 identities', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('The deletion was not started')
  await dialog.getByRole('button', { name: 'Review again' }).click()

  await expect(dialog.getByText('9 identities match, 2 of them kept.')).toBeVisible()
  await expect(dialog.getByText('active.csv: 2 of the 2 IDs match the filter and are kept.')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual(ids)
  await dialog.getByRole('button', { name: 'Delete 7 identities', exact: true }).click()
  await expect(dialog.getByText('Done: 7 of 7 deleted.')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(0, 2))
})

test('a keep list that is being read, or that names nobody, is never taken for none', async ({ page, seededPool }) => {
  const { pool, ids } = await seededPool({ guests: 4 })
  await scanPool(page, pool, 4)
  await page.getByRole('button', { name: 'Delete by filter', exact: true }).click()
  const dialog = dialogOf(page)
  await type(dialog, 4)
  const start = dialog.getByRole('button', { name: 'Delete 4 identities', exact: true })
  await expect(start).toBeEnabled()

  await chooseList(dialog, 'wrong.csv', 'user,last seen\nanna,2026-01-01')
  await expect(
    dialog.getByText(/^wrong\.csv names no identity of this pool's Region\. Choose another file/),
  ).toBeVisible()
  await expect(start).toBeDisabled()
  await expect(start).toHaveAccessibleDescription(/^The keep list could not be read/)
  await dialog.getByRole('button', { name: 'Remove the file' }).click()
  await expect(dialog.getByLabel('Keep list'), 'nothing looks kept that is not').toHaveValue('')
  await expect(start).toBeEnabled()

  const looking = await holdAction(page, ids[3] ?? '')
  await chooseList(dialog, 'active.csv', ids[3] ?? '')
  await looking.held
  await expect(start).toBeDisabled()
  await expect(start).toHaveAccessibleDescription('The keep list is being read.')
  looking.release()
  await expect(dialog.getByText('active.csv: 1 of the 1 IDs match the filter and are kept.')).toBeVisible()
  await type(dialog, 3)
  await expect(dialog.getByRole('button', { name: 'Delete 3 identities', exact: true })).toBeEnabled()
})

test('what was accepted of one scan has to be accepted anew of the next', async ({ page, seededPool }) => {
  const { pool } = await seededPool({ guests: 3, authenticated: 2 })
  await scanPool(page, pool, 5)
  await page.getByRole('button', { name: 'Delete by filter', exact: true }).click()
  const dialog = dialogOf(page)
  await type(dialog, 5)
  const accept = dialog.getByRole('checkbox', { name: 'Delete these 2 users as well' })
  const start = dialog.getByRole('button', { name: 'Delete 5 identities', exact: true })
  await accept.check()
  await expect(start).toBeEnabled()
  await dialog.getByRole('button', { name: 'Scan pool', exact: true }).click()
  await expect(accept).not.toBeChecked()
  await expect(start).toBeDisabled()
  await expect(start).toHaveAccessibleDescription(/^Signed-in users are among them/)
  await accept.check()
  await expect(start).toBeEnabled()
})
