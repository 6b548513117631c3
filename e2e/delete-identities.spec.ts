import { expect, test } from './fixtures.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { audited } from './fixtures/audit-log.ts'
import {
  boxOf,
  closeReport,
  confirmDeletion,
  dialogOf,
  expectSaid,
  leftRows,
  selectFirst,
} from './fixtures/deletion.ts'
import { figureOf } from './fixtures/jobs.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath, identityPath } from './fixtures/paths.ts'

test('an operator deletes 150 identities that were selected by a range', async ({
  page,
  console,
  emulator,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 180, authenticated: 10, disabled: 10 })
  await page.goto(identitiesPath(pool))
  await selectFirst(page, ids, 150)
  await page.getByRole('button', { name: 'Delete 150 identities', exact: true }).click()

  const dialog = page.getByRole('dialog', { name: 'Delete 150 identities' })
  await expect(dialog).toContainText('This cannot be undone')
  await expect(dialog).toContainText('150 identities: ')
  await expect(dialog).toContainText(pool.name)
  await expect(dialog).toContainText('each of these users gets a new identity with another ID')
  await expect(dialog).toContainText(
    'Data that an app keeps under the old ID, such as an S3 prefix, a DynamoDB key or an AWS IoT policy',
  )
  const typed = dialog.getByRole('textbox', { name: 'Type 150 to confirm' })
  const start = dialog.getByRole('button', { name: 'Delete 150 identities', exact: true })
  await expect(start).toBeDisabled()
  await expect(start).toHaveAccessibleDescription('Type 150 to go on.')
  await typed.fill('149')
  await typed.press('Enter')
  await expect(start).toBeDisabled()
  await typed.fill('150')
  await start.click()

  await expectSaid(page, 'Deleted 150 identities.')
  expect(await listIdentities(emulator, pool)).toEqual(ids.slice(150))
  expect(await audited(console, ids[0] ?? ''), 'typing another number deleted nothing').toEqual([
    'DeleteIdentities succeeded',
  ])
  await expect(leftRows(page)).toHaveCount(0)
  await closeReport(page)
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByText('All 50 identities are loaded.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Clear selection' })).toHaveCount(0)
  await page.getByRole('region', { name: 'Identities' }).press('Home')
  await expect(boxOf(page, ids[150])).toBeInViewport()
  await expect(page.getByRole('table', { name: 'Identities' })).toHaveAttribute('aria-rowcount', '51')
})

test('a refused identity is listed with its reason, and a retry deletes it', async ({
  page,
  emulator,
  fault,
  clearFaults,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 5 })
  const [, denied = '', , failing = ''] = ids
  await fault({ operation: 'DeleteIdentities', error: 'AccessDenied', id: denied })
  await fault({ operation: 'DeleteIdentities', error: 'InternalServerError', id: failing })
  await page.goto(identitiesPath(pool))
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await confirmDeletion(page, 5)
  await expectSaid(page, 'Deleted 3 of 5 identities.')
  await expectSaid(page, '2 refused by the service')
  await expect(leftRows(page)).toHaveCount(2)
  await expect(leftRows(page).filter({ hasText: denied })).toContainText('AccessDenied')
  await expect(leftRows(page).filter({ hasText: denied })).toContainText('cognito-identity:DeleteIdentities')
  await expect(leftRows(page).filter({ hasText: failing })).toContainText('InternalServerError')
  expect(await listIdentities(emulator, pool)).toEqual([denied, failing])

  await clearFaults()
  await fault({ operation: 'DeleteIdentities', error: 'AccessDenied', id: denied, count: 1 })
  await dialogOf(page).getByRole('button', { name: 'Retry failed' }).click()
  await expectSaid(page, 'Deleted 4 of 5 identities.')
  await expect(leftRows(page)).toHaveCount(1)
  await dialogOf(page).getByRole('button', { name: 'Retry failed' }).click()
  await expectSaid(page, 'Deleted 5 identities.')
  await expect(dialogOf(page).getByRole('button', { name: 'Retry failed' })).toHaveCount(0)
  expect(await listIdentities(emulator, pool)).toEqual([])
  await closeReport(page)
  await expect(page.getByText('No identities yet')).toBeVisible()
})

test('a throttled deletion goes slower, says so and finishes', async ({
  page,
  emulator,
  fault,
  clearFaults,
  seededPool,
}) => {
  const { pool, ids } = await seededPool({ guests: 61 })
  await fault({ operation: 'DeleteIdentities', error: 'TooManyRequestsException', id: ids[60] })
  await page.goto(identitiesPath(pool))
  await selectFirst(page, ids, 61)
  await confirmDeletion(page, 61)
  await expect(dialogOf(page).getByText(/^Throttled [2-9] times: it goes slower$/)).toBeVisible()
  const progress = dialogOf(page).getByRole('progressbar', { name: 'Deletion progress' })
  await expect(progress).toHaveAttribute('aria-valuenow', '60')
  expect(await listIdentities(emulator, pool)).toEqual([ids[60]])
  await clearFaults()
  await expectSaid(page, 'Deleted 61 identities.')
  expect(await listIdentities(emulator, pool)).toEqual([])
  await dialogOf(page).getByRole('link', { name: 'Open the job' }).click()
  await expect(figureOf(page, 'Throttles')).toHaveText(/^([2-9]|[1-9]\d+)$/)
  await expect(figureOf(page, 'Refused')).toHaveText('0')
})

test('a viewer is told why nothing can be deleted, and a read-only connection says so', async ({
  page,
  emulator,
  createPool,
  seedIdentities,
  startConsole,
}) => {
  const pool = await createPool()
  const ids = await seedIdentities(pool, { guests: 2 })
  const { url } = await startConsole({ role: 'viewer' })
  const notYou = 'Your role, viewer, may not do this; the role support or admin may.'
  const readOnly = 'The connection Read only is read-only.'
  for (const [address, reason] of [
    [`${url}${identitiesPath(pool)}`, notYou],
    [identitiesPath(pool, 'readonly'), readOnly],
  ] as const) {
    await page.goto(address)
    await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
    const remove = page.getByRole('button', { name: 'Delete 2 identities', exact: true })
    await expect(remove).toBeDisabled()
    await expect(remove).toHaveAccessibleDescription(reason)
    await expect(page.getByText(reason).filter({ visible: true })).toBeVisible()
    await page.getByRole('region', { name: 'Identities' }).press('Delete')
    await boxOf(page, ids[1]).click()
    await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
    await expect(dialogOf(page)).toHaveCount(0)
    await page.getByRole('link', { name: ids[0] }).click()
    // The pool has such a menu, too.
    await expect(page.getByRole('heading', { level: 1 })).toContainText(ids[0] ?? '')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    const removeOne = page.getByRole('button', { name: 'Delete identity…' })
    await expect(removeOne).toBeDisabled()
    await expect(removeOne).toHaveAccessibleDescription(reason)
  }
  expect(await listIdentities(emulator, pool)).toHaveLength(2)
})

test('an operator deletes one identity from its page', async ({ page, emulator, createPool, seedIdentities }) => {
  const pool = await createPool()
  const [kept = '', gone = ''] = await seedIdentities(pool, { guests: 2 })
  await page.goto(identitiesPath(pool))
  await page.getByRole('link', { name: gone }).click()
  await expect(page).toHaveURL(new RegExp(`${identityPath(gone)}$`))
  await chooseInMenu(page, 'Delete identity…')
  await expect(dialogOf(page)).toContainText('this user gets a new identity with another ID')
  await dialogOf(page).getByRole('button', { name: 'Delete 1 identity', exact: true }).click()
  await expectSaid(page, 'Deleted 1 identity.')
  expect(await listIdentities(emulator, pool)).toEqual([kept])
  await closeReport(page)
  await expect(page.getByText('This identity is gone')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the identities' }).click()
  await expect(page.getByRole('link', { name: kept })).toBeVisible()
  await expect(page.getByRole('link', { name: gone })).toHaveCount(0)
})
