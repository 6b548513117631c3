import { expect, test } from './fixtures.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { closeReport, confirmOne, dialogOf, expectSaid, leftRows } from './fixtures/deletion.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { identitiesPath, identityPath, poolPath } from './fixtures/paths.ts'

const UNKNOWN_ID = 'us-east-1:00000000-0000-4000-8000-000000000000'

const kinds = [
  { state: 'Guest', meaning: 'A visitor who never signed in.', logins: 'No login yet.' },
  { state: 'Authenticated', meaning: 'A user who signed in.', logins: 'Facebook' },
  { state: 'Disabled', meaning: 'No user reaches this identity any more', logins: 'No login is left.' },
]

test('an identity tells its state in words, its logins, and its pool when a list proved it', async ({
  page,
  createPool,
  seedIdentities,
}) => {
  const pool = await createPool()
  const ids = await seedIdentities(pool, { guests: 1, authenticated: 1, disabled: 1 })
  await page.goto(identitiesPath(pool))
  for (const [index, { state, meaning, logins }] of kinds.entries()) {
    const identityId = ids[index] ?? ''
    await page.getByRole('row').filter({ hasText: identityId }).getByRole('cell', { name: state }).waitFor()
    await page.getByRole('link', { name: identityId }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(identityId)
    const main = page.getByRole('main')
    await expect(main.getByText(state, { exact: true })).toBeVisible()
    await expect(main.getByText(meaning)).toBeVisible()
    await expect(page.getByRole('region', { name: 'Logins' })).toContainText(logins)
    await expect(page.getByRole('region', { name: 'State' }).getByRole('link', { name: pool.name })).toHaveAttribute(
      'href',
      poolPath(pool),
    )
    await page.goBack()
  }

  const [, authenticated = ''] = ids
  await page.goto(identityPath(authenticated))
  await expect(page.getByRole('region', { name: 'State' })).toMatchAriaSnapshot(`
    - term: Pool
    - definition:
      - combobox "Pool of this identity"
    - term: Created (UTC)
    - definition:
      - time: /^\\d{4}-\\d\\d-\\d\\d/
    - term: Modified (UTC)
    - definition:
      - time: /^\\d{4}-\\d\\d-\\d\\d/
  `)
  await expect(page.getByRole('region', { name: 'Logins' })).toContainText('graph.facebook.com')
})

test('an address that names no identity says so and leads back to the pools', async ({ page }) => {
  await page.goto('/test/identities/ada%40example.com')
  await expect(page.getByRole('heading', { level: 1, name: 'Not an identity ID' })).toBeAttached()
  await expect(page.getByText('"ada@example.com" is not an identity ID')).toBeVisible()

  await page.goto(identityPath(UNKNOWN_ID))
  const failure = page.getByRole('alert').filter({ hasText: 'There is no such identity' })
  await expect(failure).toContainText('Test has no identity with this ID.')
  await expect(page.getByRole('button', { name: 'More', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Go to the pools' }).click()
  await expect(page).toHaveURL(/\/test\/pools$/)
})

test('an identity that may not be read names the IAM action, and is read as soon as it may', async ({
  page,
  createPool,
  seedIdentities,
  fault,
  clearFaults,
}) => {
  const [identityId = ''] = await seedIdentities(await createPool(), { guests: 1 })
  await fault({ operation: 'DescribeIdentity', error: 'AccessDeniedException', id: identityId })
  await page.goto(identityPath(identityId))
  const failure = page.getByRole('alert').filter({ hasText: 'This identity could not be read' })
  await expect(failure).toContainText('AccessDeniedException')
  await expect(failure).toContainText('the IAM action cognito-identity:DescribeIdentity')
  await clearFaults()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('A visitor who never signed in.')).toBeVisible()
})

test('an identity is deleted from a page of its own after a refusal', async ({
  page,
  emulator,
  createPool,
  seedIdentities,
  fault,
}) => {
  const pool = await createPool()
  const [identityId = ''] = await seedIdentities(pool, { authenticated: 1 })
  await fault({ operation: 'DeleteIdentities', error: 'AccessDenied', id: identityId, count: 1 })
  await page.goto(identityPath(identityId))
  await chooseInMenu(page, 'Delete identity…')
  await expect(dialogOf(page)).toContainText(identityId)
  await confirmOne(page, 'delete')
  await expectSaid(page, 'Deleted 0 of 1 identity.')
  await expect(leftRows(page)).toContainText(['AccessDenied'])
  await closeReport(page)
  await expect(page.getByText('A user who signed in.')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toEqual([identityId])

  await chooseInMenu(page, 'Delete identity…')
  await confirmOne(page, 'Delete')
  await expectSaid(page, 'Deleted 1 identity.')
  await closeReport(page)
  await expect(page.getByText('This identity is gone')).toBeVisible()
  await page.getByRole('link', { name: 'Go to the pools' }).click()
  await expect(page).toHaveURL(/\/test\/pools$/)
  expect(await listIdentities(emulator, pool)).toEqual([])
})
