import { expect, test } from './fixtures.ts'
import { closeReport, confirmDeletion, dialogOf, expectSaid } from './fixtures/deletion.ts'
import { holdAction } from './fixtures/hold-action.ts'
import { cursorAfter } from './fixtures/list-identities.ts'
import { identitiesPath, identityPath, poolPath } from './fixtures/paths.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'

const UNKNOWN_ID = 'us-east-1:00000000-0000-4000-8000-000000000000'

test('pages with their data are accessible in both themes', async ({
  page,
  createPool,
  seedIdentities,
  expectAccessible,
}) => {
  test.slow()
  const pool = await createPool({ DeveloperProviderName: 'login.members.example' })
  const [, , disabled = ''] = await seedIdentities(pool, { guests: 1, authenticated: 1, disabled: 1 })
  await page.goto(`/test/pools?q=${pool.id}`)
  await expect(page.getByRole('cell', { name: 'Guests on' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Filter by name or ID' }).fill('no such pool')
  await expect(page.getByText('No pool matches the filter')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go to…' }).click()
  const palette = dialogOf(page)
  await palette.getByRole('combobox').fill(pool.name)
  await expect(palette.getByRole('option', { name: new RegExp(`^${pool.name}`) })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('region', { name: 'Sign-in flow' }).getByRole('link', { name: /^Guests/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await page.getByRole('checkbox', { name: `Select ${disabled}` }).click()
  await page.getByRole('textbox', { name: 'Find by identity ID' }).fill('nobody')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not an identity ID.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: disabled }).click()
  await expect(page.getByText('No user reaches this identity any more')).toBeVisible()
  await expectAccessible(page)
})

test('pages that failed are accessible in both themes', async ({
  page,
  emulator,
  createPool,
  seedIdentities,
  fault,
  expectAccessible,
}) => {
  test.slow()
  const [empty, long, denied, throttled] = [
    await createPool(),
    await createPool(),
    await createPool(),
    await createPool(),
  ]
  await seedIdentities(long, { guests: 61 })
  await fault({ operation: 'ListIdentities', error: 'Disconnect', id: await cursorAfter(emulator, long, 1) })
  await fault({ operation: '*', error: 'AccessDeniedException', id: denied.id })
  await fault({ operation: 'ListIdentities', error: 'TooManyRequestsException', id: throttled.id })
  const states = [
    ['/down/pools', 'The pools of us-east-1 could not be read'],
    [poolPath(denied), 'The roles could not be read'],
    [`/test/pools/${UNKNOWN_ID}`, 'This identity pool could not be opened'],
    ['/test/pools/nothing', '"nothing" is not an identity pool ID'],
    ['/test/clone', 'The address names no pool'],
    ['/nowhere/pools', 'There is no connection "nowhere"'],
    [identitiesPath(empty), 'No identities yet'],
    [identitiesPath(denied), 'the IAM action cognito-identity:ListIdentities'],
    [identitiesPath(throttled), 'AWS is busy: it takes no more calls of ListIdentities'],
    [identitiesPath(long), 'The next identities could not be read'],
    [identityPath(UNKNOWN_ID), 'There is no such identity'],
  ] as const
  for (const [path, state] of states) {
    await page.goto(path)
    await expect(page.getByText(state).first()).toBeVisible()
    await expectAccessible(page)
  }
})

test('open dialogs are accessible in both themes', async ({
  page,
  createPool,
  seedIdentities,
  fault,
  expectAccessible,
}) => {
  test.slow()
  const pool = await createPool()
  const [refused = ''] = await seedIdentities(pool, { guests: 61 })
  await page.goto(poolPath(pool))
  await chooseInMenu(page, 'Delete pool…')
  await expect(dialogOf(page)).toBeVisible()
  await expectAccessible(page)
  await fault({ operation: 'DeleteIdentityPool', error: 'AccessDeniedException', id: pool.id })
  await dialogOf(page).getByRole('textbox').fill(pool.name)
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).getByRole('alert')).toContainText('AccessDeniedException')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page.getByText('All 61 identities are loaded.')).toBeAttached()
  await page.getByRole('checkbox', { name: 'Select all loaded' }).click()
  await page.keyboard.press('Delete')
  await expect(dialogOf(page)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await fault({ operation: 'DeleteIdentities', error: 'AccessDenied', id: refused })
  const batch = await holdAction(page, refused)
  await confirmDeletion(page, 61)
  await batch.held
  await expectAccessible(page)
  batch.release()
  await expectSaid(page, 'Deleted 60 of 61 identities.')
  await expectAccessible(page)
  await closeReport(page)
})
