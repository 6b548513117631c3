import { expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { identityPath } from './fixtures/paths.ts'
import { linkUsers } from './fixtures/people.ts'
import { expectCommand } from './fixtures/cli.ts'

const PROVIDER = 'login.members.example'
const FACEBOOK = 'graph.facebook.com'
const pathOf = (pool: { id: string }, connection = 'test') => `/${connection}/pools/${pool.id}/developer-identities`

test('an operator looks up a user, then an identity, then nobody', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  const ada = await linkUsers(emulator, pool, { users: ['ada', 'ada@example.com'], logins: { [FACEBOOK]: 'fb-ada' } })
  const bob = await linkUsers(emulator, pool, { users: ['bob', 'bob@example.com'] })
  await page.goto(pathOf(pool))
  const box = page.getByRole('textbox', { name: 'Developer user identifier or identity ID' })
  const lookUp = page.getByRole('button', { name: 'Look up' })
  const section = page.getByRole('region', { name: 'Look up' })

  await box.fill('ada')
  await lookUp.click()
  await expect(section.getByRole('link', { name: ada })).toBeVisible()
  await expect(section.getByText('ada@example.com')).toBeVisible()
  const copies = await section.getByRole('button', { name: /^Copy ada/ }).all()
  const [first, second] = await Promise.all(copies.map((copy) => copy.boundingBox()))
  expect(first?.height).toBe(24)
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThanOrEqual(24)
  await expect(section.getByText('Facebook', { exact: true })).toBeVisible()
  await expect(lookUp).toBeEnabled()

  await box.fill(bob)
  await box.press('Enter')
  await expect(section.getByText('bob@example.com')).toBeVisible()
  await box.fill('nobody')
  await box.press('Enter')
  await expect(section.getByText('This pool does not know nobody')).toBeVisible()
  await expectAccessible(page)
})

test('a look-up tells times to the second, and by the reader’s clock too', async ({
  newBrowser,
  console,
  createPool,
  emulator,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  const ada = await linkUsers(emulator, pool, { users: ['ada'] })
  const context = await newBrowser({ timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  const exact = /Created \(UTC\)\s*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d .*\d\d:\d\d:\d\d here/
  await page.goto(`${console.url}${pathOf(pool)}`)
  await page.getByRole('textbox', { name: 'Developer user identifier or identity ID' }).fill('ada')
  await page.getByRole('button', { name: 'Look up' }).click()
  await expect(page.getByRole('region', { name: 'Look up' })).toContainText(exact)
  await page.goto(`${console.url}/test/find`)
  const box = page.getByRole('textbox', { name: 'Who is it?' })
  await box.fill(ada)
  await box.press('Enter')
  await expect(page.getByRole('main')).toContainText(exact)
  await context.close()
})

test('an operator merges two users and sees that it went as promised', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  const ada = await linkUsers(emulator, pool, { users: ['ada'] })
  const mail = await linkUsers(emulator, pool, { users: ['ada@example.com'], logins: { [FACEBOOK]: 'fb-ada' } })
  await page.goto(pathOf(pool))
  await page.getByRole('textbox', { name: 'Keep the identity of' }).fill('ada@example.com')
  await page.getByRole('textbox', { name: 'Move everything from' }).fill('ada')
  await page.getByRole('button', { name: 'Compare' }).click()
  const stays = page.getByRole('region', { name: 'Identity that stays' })
  await expect(stays.getByRole('link', { name: mail })).toBeVisible()
  await page.getByRole('button', { name: 'Swap' }).click()
  await expect(stays.getByRole('link', { name: ada })).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Identity that moves' }).getByText('Facebook', { exact: true }),
  ).toBeVisible()
  const after = page.getByRole('region', { name: 'After the merge' })
  await expect(after.getByRole('listitem').getByText('ada@example.com')).toBeVisible()
  await expect(after.getByText('will see everything of')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Merge identities' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge ada@example.com into ada' })
  await expect(dialog.getByText('This cannot be undone')).toBeVisible()
  await expectCommand(dialog, 'merge-developer-identities', '--source-user-identifier ada@example.com')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Merge 2 identities' }).click()
  const merged = page.getByRole('region', { name: 'Merged' })
  await expect(merged.getByText('Merged, and as the preview said')).toBeVisible()
  await expect(merged.getByRole('status').getByRole('link', { name: ada })).toBeVisible()
  await expect(merged.getByText('Facebook', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('conflicts are named before the call, and what AWS refuses after it', async ({
  page,
  console,
  createPool,
  emulator,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  await linkUsers(emulator, pool, { users: ['ada'], logins: { [FACEBOOK]: 'fb-one' } })
  await linkUsers(emulator, pool, { users: ['bob', 'bob2'], logins: { [FACEBOOK]: 'fb-two' } })
  await page.goto(pathOf(pool))
  const compare = async (stays: string, moves: string) => {
    await page.getByRole('textbox', { name: 'Keep the identity of' }).fill(stays)
    await page.getByRole('textbox', { name: 'Move everything from' }).fill(moves)
    await page.getByRole('button', { name: 'Compare' }).click()
  }
  const merge = page.getByRole('button', { name: 'Merge identities' })

  await compare('bob', 'bob2')
  await expect(page.getByText('These are one identity already')).toBeVisible()
  await expect(merge).toHaveCount(0)

  await compare('ada', 'nobody')
  await expect(page.getByText(/This pool has no such user or identity/)).toBeVisible()
  await expect(merge).toHaveCount(0)

  await compare('ada', 'bob')
  await expect(page.getByText('Both have a login of Facebook')).toBeVisible()
  await merge.click()
  await page.getByRole('button', { name: 'Merge 2 identities' }).click()
  await expect(page.getByRole('dialog').getByText('Nothing was merged')).toBeVisible()
  await expect(page.getByRole('dialog').getByText('ResourceConflictException')).toBeVisible()
  expect(await audited(console, pool.id)).toEqual(['MergeDeveloperIdentities failed'])
})

test('a merge whose answer is lost is not called done until a look proves it', async ({
  page,
  createPool,
  emulator,
  fault,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  const ada = await linkUsers(emulator, pool, { users: ['ada'] })
  const bob = await linkUsers(emulator, pool, { users: ['bob'] })
  await page.goto(pathOf(pool))
  await page.getByRole('textbox', { name: 'Keep the identity of' }).fill('ada')
  await page.getByRole('textbox', { name: 'Move everything from' }).fill('bob')
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Merge identities' }).click()
  await fault({ operation: 'MergeDeveloperIdentities', error: 'Disconnect', when: 'after', id: pool.id, count: 1 })
  await page.getByRole('button', { name: 'Merge 2 identities' }).click()
  await expect(page.getByText('Nobody knows whether they were merged')).toBeVisible()
  await page.getByRole('button', { name: 'Look again' }).click()
  const merged = page.getByRole('region', { name: 'Merged', exact: true })
  await expect(merged.getByText('Merged, and as the preview said')).toBeVisible()
  await expect(merged.getByRole('button', { name: 'Copy both IDs as JSON' })).toBeVisible()
  await page.goto(`${identityPath(bob)}?pool=${pool.id}`)
  await expect(page.getByText('Merged into another identity')).toBeVisible()
  await expect(page.getByRole('link', { name: ada }).first()).toBeVisible()
})

test('whoever may not write compares and is told why nothing can be merged', async ({
  page,
  createPool,
  emulator,
  startConsole,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  await linkUsers(emulator, pool, { users: ['ada'] })
  await linkUsers(emulator, pool, { users: ['bob'] })
  const { url } = await startConsole({ role: 'viewer' })
  const reasons = [
    [`${url}${pathOf(pool)}`, 'Your role, viewer, may not do this'],
    [pathOf(pool, 'readonly'), 'The connection Read only is read-only.'],
  ] as const
  for (const [address, reason] of reasons) {
    await page.goto(address)
    await page.getByRole('textbox', { name: 'Keep the identity of' }).fill('ada')
    await page.getByRole('textbox', { name: 'Move everything from' }).fill('bob')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page.getByRole('button', { name: 'Merge identities' })).toBeDisabled()
    await expect(page.getByRole('main').getByText(reason).filter({ visible: true })).toBeVisible()
  }
})

test('a pool without a developer provider says why it has no developer identities', async ({ page, createPool }) => {
  const pool = await createPool()
  await page.goto(pathOf(pool))
  await expect(page.getByText('This pool has no developer provider')).toBeVisible()
})
