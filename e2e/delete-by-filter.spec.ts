import { expect, test } from './fixtures.ts'
import { dialogOf } from './fixtures/deletion.ts'
import { indexPath, matching, scanPool } from './fixtures/identity-index.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { poolPath } from './fixtures/paths.ts'
import { signInGuest } from './fixtures/sign-in-guest.ts'
import { seedIdentities } from './fixtures/pools.ts'

test('an operator is told that 12 of 5,000 "guests" are users, leaves them out and keeps a list', async ({
  page,
  emulator,
  seededPool,
  expectAccessible,
}) => {
  test.slow()
  const { pool, ids } = await seededPool({ guests: 4_988, authenticated: 12 })
  const users = ids.slice(4_988)
  await scanPool(page, pool, 5_000)
  await page.getByRole('button', { name: 'Delete by filter', exact: true }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByText('5,000 identities match.')).toBeVisible()
  const users12 = dialog.getByRole('region', { name: 'What must not be there' })
  await expect(users12).toContainText('12 of these 5,000 identities are signed-in users, not guests')
  for (const id of users) await expect(users12).toContainText(id)
  await expect(dialog.getByText('4,988 guests, 12 authenticated')).toBeVisible()
  await expect(dialog.getByText('12 Facebook')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: 'Type 5000 to confirm' }).fill('5000')
  await expect(dialog.getByText('Signed-in users are among them: say that you know it.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Delete 5,000 identities', exact: true })).toBeDisabled()

  await users12.getByRole('button', { name: 'Leave users out' }).press('Enter')
  await expect(dialog.getByLabel('Keep list')).toBeFocused()
  await expect(dialog.getByText('4,988 identities match.')).toBeVisible()
  await expect(users12).toHaveCount(0)
  const kept = ids.slice(0, 8)
  const list = ['identity,last seen', ...kept.map((id) => `${id},2026-01-01`), 'nobody,x'].join('\n')
  await dialog
    .getByLabel('Keep list')
    .setInputFiles({ name: 'active.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await expect(
    dialog.getByText('active.csv: 8 of the 8 IDs match the filter and are kept. 1 line named none.'),
  ).toBeVisible()
  await dialog.getByText('A sample of them').click()
  await expect(dialog.getByRole('table', { name: 'Sample' }).getByRole('row')).not.toHaveCount(1)
  await dialog.getByRole('textbox', { name: 'Type 4980 to confirm' }).fill('4980')
  await dialog.getByRole('button', { name: 'Delete 4,980 identities', exact: true }).click()
  // Each of them is looked at once more before.
  await expect(dialog.getByText('Done: 4,980 of 4,980 deleted.')).toBeVisible({ timeout: 60_000 })
  expect(await listIdentities(emulator, pool)).toEqual([...kept, ...users])
  await dialog.getByRole('link', { name: 'Open the job' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Delete by filter: every identity/ })).toBeVisible()
  await page.goBack()
  await expect(matching(page)).toHaveText(/^20 of/)
})

test('who signed in since the scan is left and named, and all that match are selected by one press', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool()
  await seedIdentities(emulator, pool, { guests: 230 })
  const ids = await listIdentities(emulator, pool)
  await scanPool(page, pool, 230)
  const [guest = ''] = ids
  await signInGuest(emulator, pool, guest)
  await page.goto(indexPath(pool, 'state=guest'))
  await expect(matching(page)).toHaveText('230 of 230 match')
  await page.getByRole('checkbox', { name: `Select ${guest}` }).click()
  await page.getByRole('button', { name: 'Select all 230 matching' }).click()
  await expect(page.getByText('230 selected', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Delete 230 identities', exact: true }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByLabel('Skip what changed since the scan')).toBeChecked()
  await dialog.getByRole('textbox', { name: 'Type 230 to confirm' }).fill('230')
  await dialog.getByRole('button', { name: 'Delete 230 identities', exact: true }).click()
  await expect(dialog.getByText('Done: 229 of 230 deleted, 1 refused.')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual([guest])
  await dialog.getByRole('link', { name: 'Open the job' }).click()
  const failures = page.getByRole('table', { name: 'Failures' })
  await expect(failures.getByRole('row').filter({ hasText: guest })).toContainText('ChangedSinceScan')
})

test('a deletion by filter has no more than the configuration allows', async ({
  page,
  emulator,
  seededPool,
  startConsole,
}) => {
  const { pool, ids } = await seededPool({ guests: 12 })
  const { url } = await startConsole({
    config: {
      connections: [{ id: 'test', name: 'Test', endpoint: emulator.url, regions: ['us-east-1'] }],
      jobs: { maxIdentities: 10 },
    },
  })
  await page.goto(`${url}${indexPath(pool)}`)
  await page.getByRole('button', { name: 'Scan pool', exact: true }).click()
  await expect(matching(page)).toHaveText('12 of 12 match')
  await page.getByRole('button', { name: 'Delete by filter', exact: true }).click()
  await expect(
    dialogOf(page).getByText('A job of this Lifeguard has at most 10 identities', { exact: false }),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Delete by filter', exact: true })).toBeFocused()
  expect(await listIdentities(emulator, pool)).toEqual(ids)
})

test('every identity of a pool is deleted by a job, after its name was typed', async ({
  page,
  emulator,
  seededPool,
}) => {
  const { pool } = await seededPool({ guests: 130, authenticated: 3 })
  await page.goto(poolPath(pool))
  await chooseInMenu(page, 'Delete every identity…')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('button', { name: 'Delete every identity' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: `Type ${pool.name} to confirm` }).fill(pool.name)
  await dialog.getByRole('button', { name: 'Delete every identity' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Delete every identity' })).toBeVisible()
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Results as CSV' })).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual([])
})
