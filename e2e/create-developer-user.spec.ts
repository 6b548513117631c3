import { expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { expectCommand } from './fixtures/cli.ts'
import { dialogOf } from './fixtures/deletion.ts'
import { linkUsers } from './fixtures/people.ts'

const PROVIDER = 'login.members.example'
const pathOf = (pool: { id: string }, connection = 'test') => `/${connection}/pools/${pool.id}/developer-identities`

test('an operator creates a developer user, and is told of one who was there', async ({
  page,
  console,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  const bob = await linkUsers(emulator, pool, { users: ['bob'] })
  await page.goto(pathOf(pool))
  const found = page.getByRole('region', { name: 'Found' })
  const dialog = dialogOf(page)
  const box = dialog.getByRole('textbox', { name: 'Developer user identifier' })
  const open = page.getByRole('button', { name: 'Create developer user' })

  await open.click()
  await box.fill('ada')
  await dialog.getByRole('textbox', { name: 'Reason or ticket number' }).fill('T-9')
  await expectCommand(dialog, 'get-open-id-token-for-developer-identity', '--query IdentityId')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Create user' }).click()
  await expect(page.getByText('A new identity was made for ada.')).toBeVisible()
  const made = found.getByRole('link', { name: /^us-east-1:/ })
  await expect(made).toBeVisible()
  const identityId = (await made.textContent()) ?? ''
  expect(await audited(console, identityId)).toEqual(['CreateDeveloperUser succeeded'])
  expect(await page.content()).not.toContain('eyJ')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('create a developer')
  await page.getByRole('option', { name: 'Create a developer user…' }).click()
  await box.fill('bob')
  await box.press('Enter')
  await expect(page.getByText('bob had an identity already: nothing was changed.')).toBeVisible()
  await expect(found.getByRole('link', { name: bob })).toBeVisible()
})

test('when nobody knows whether a user was created, the look-up tells', async ({ page, createPool, fault }) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER })
  await page.goto(pathOf(pool))
  await page.getByRole('button', { name: 'Create developer user' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('textbox', { name: 'Developer user identifier' }).fill('cyd')
  await fault({
    operation: 'GetOpenIdTokenForDeveloperIdentity',
    error: 'Disconnect',
    when: 'after',
    id: pool.id,
    count: 1,
  })
  await dialog.getByRole('button', { name: 'Create user' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nobody knows whether the user was created')
  await dialog.getByRole('button', { name: 'Look the user up' }).click()
  await expect(page.getByText('Whether cyd was created shows below.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Found' }).getByRole('link', { name: /^us-east-1:/ })).toBeVisible()
})
