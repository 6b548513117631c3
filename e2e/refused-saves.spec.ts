import { expect, test } from './fixtures.ts'
import { bare, describePool, openAccess, reviewDialog } from './fixtures/access.ts'

/** How often a save starts over when the service names a conflict that is none. */
const ATTEMPTS = 4

test('a conflict of the service with nobody is no dead end, and a throttled save promises no next attempt', async ({
  page,
  emulator,
  createPool,
  fault,
}) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  await page.getByRole('checkbox', { name: 'Guest access' }).check()
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await fault({ operation: 'UpdateIdentityPool', error: 'TooManyRequestsException', id: pool.id, count: 1 })
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('TooManyRequestsException')
  await expect(dialog.getByRole('timer')).toHaveCount(0)
  await fault({
    operation: 'UpdateIdentityPool',
    error: 'ConcurrentModificationException',
    id: pool.id,
    count: ATTEMPTS,
  })
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('ConcurrentModificationException')
  await expect(dialog.getByRole('alert')).toContainText('AWS is still busy with another change')
  await expect(dialog.getByText('Changed by somebody else meanwhile')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toBeHidden()
  expect(await describePool(emulator, pool)).toMatchObject({ AllowUnauthenticatedIdentities: true })
})
