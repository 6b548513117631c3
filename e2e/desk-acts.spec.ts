import { GetOpenIdTokenForDeveloperIdentityCommand } from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { connectionsOn, expect, test } from './fixtures.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { audited } from './fixtures/audit-log.ts'
import { confirmOne, dialogOf } from './fixtures/deletion.ts'
import { jwt } from './fixtures/jwt.ts'
import { linkUsers } from './fixtures/people.ts'
import { identityPath } from './fixtures/paths.ts'

const PROVIDER = 'login.members.example'
const FACEBOOK = 'graph.facebook.com'
const members = { DeveloperProviderName: PROVIDER, SupportedLoginProviders: { [FACEBOOK]: '1' } }
const unlinkIn = (page: Page) => dialogOf(page).getByRole('button', { name: 'Unlink', exact: true })
const userOf = (page: Page, user: string) => page.getByRole('button', { name: `Unlink ${user}` })

test('a throttled act is not said to be tried again, and an unknown one is looked at whichever way it is left', async ({
  page,
  createPool,
  emulator,
  console,
  fault,
  clearFaults,
}) => {
  const pool = await createPool(members)
  const names = ['a', 'b', 'c'].map((name) => `${name} ${pool.id.slice(-6)}`)
  const [first = '', second = ''] = names
  const identityId = await linkUsers(emulator, pool, { users: names })
  await page.goto(`${identityPath(identityId)}?pool=${pool.id}`)
  await fault({ operation: 'UnlinkDeveloperIdentity', error: 'TooManyRequestsException', id: identityId })
  await userOf(page, first).click()
  await dialogOf(page).getByRole('textbox', { name: 'Reason or ticket number' }).fill('T-1')
  await unlinkIn(page).click()
  await expect(dialogOf(page).getByRole('alert')).toContainText('Nothing was changed. Wait a moment, then try again.')
  await expect(dialogOf(page).getByRole('timer')).toHaveCount(0)
  await clearFaults()
  await unlinkIn(page).click()
  await expect(dialogOf(page)).toBeHidden()
  await expect(userOf(page, first)).toHaveCount(0)
  expect(await audited(console, identityId), 'one press was one call').toEqual([
    'UnlinkDeveloperIdentity succeeded',
    'UnlinkDeveloperIdentity failed',
  ])
  await expect(page.getByRole('region', { name: 'Audit entries' })).toContainText('Reason: T-1')

  await fault({ operation: 'UnlinkDeveloperIdentity', error: 'Disconnect', when: 'after', id: identityId, count: 1 })
  await userOf(page, second).click()
  await expect(dialogOf(page)).toContainText('work for up to an hour more, and developer tokens for up to 24 hours')
  await unlinkIn(page).click()
  await expect(dialogOf(page).getByText('Nobody knows whether it was unlinked')).toBeVisible()
  await expect(dialogOf(page).getByRole('button', { name: 'Look again' })).toBeVisible()
  await expect(page.locator('[role="dialog"]:focus, [role="dialog"] :focus'), 'the focus stays').toHaveCount(1)
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(userOf(page, second)).toHaveCount(0)
})

test('nobody is deleted whom another user joined while the dialog was open', async ({ page, createPool, emulator }) => {
  const pool = await createPool(members)
  const [seen, innocent] = [`zed ${pool.id.slice(-6)}`, `innocent ${pool.id.slice(-6)}`]
  const identityId = await linkUsers(emulator, pool, { users: [seen] })
  await page.goto(`${identityPath(identityId)}?pool=${pool.id}`)
  await expect(userOf(page, seen)).toBeVisible()
  await chooseInMenu(page, 'Delete identity…')
  await expect(dialogOf(page)).toContainText(seen)
  await emulator.client(identityId.split(':')[0] ?? '').send(
    new GetOpenIdTokenForDeveloperIdentityCommand({
      IdentityPoolId: pool.id,
      IdentityId: identityId,
      Logins: { [PROVIDER]: innocent },
    }),
  )
  await confirmOne(page)
  await expect(dialogOf(page)).toContainText(`Other users than you saw lead to ${identityId} by now.`)
  await dialogOf(page).getByRole('button', { name: 'Look again' }).click()
  await expect(dialogOf(page)).toContainText(innocent)
  await confirmOne(page)
  await expect(dialogOf(page)).toContainText('Deleted 1 identity.')
})

test('a developer login waits for its pool, and says why it is not known', async ({
  page,
  createPool,
  emulator,
  fault,
  clearFaults,
}) => {
  const pool = await createPool(members)
  const identityId = await linkUsers(emulator, pool, { users: [`ada ${pool.id.slice(-6)}`] })
  await fault({ operation: 'LookupDeveloperIdentity', error: 'AccessDeniedException', id: identityId })
  await page.goto(identityPath(identityId))
  const logins = page.getByRole('region', { name: 'Logins' })
  await expect(logins).toContainText('Not known whether this is the pool’s developer provider: AWS refused')
  await expect(logins.getByRole('button', { name: `Unlink ${PROVIDER}` })).toBeDisabled()
  await clearFaults()
  await page.getByRole('region', { name: 'State' }).getByRole('button', { name: 'Look again' }).click()
  await expect(logins).toContainText('The pool’s developer provider: unlink its users one by one.')
  await expect(logins.getByRole('button', { name: `Unlink ${PROVIDER}` })).toHaveCount(0)
})

test('advice, tests and notes are those that this identity and this person can use', async ({
  page,
  createPool,
  seedIdentities,
  emulator,
  startConsole,
}) => {
  const pool = await createPool(members)
  const ada = `ada ${pool.id.slice(-6)}`
  const identityId = await linkUsers(emulator, pool, { users: [ada] })
  const [guest = ''] = await seedIdentities(pool, { guests: 1 })
  const said = page.getByRole('region', { name: 'What the person says' })
  await page.goto(`${identityPath(guest)}?pool=${pool.id}`)
  await expect(said).toContainText('Nothing joins a guest to an identity with logins from here')
  await expect(said).not.toContainText('My e-mail address changed')
  await page.goto(`${identityPath(identityId)}?pool=${pool.id}`)
  await expect(said).toContainText('Link the new identifier first')
  const box = page.getByRole('textbox', { name: 'New note' })
  const token = jwt({ iss: 'https://accounts.google.com', sub: 'ada' })
  await box.fill(`She sent {"id_token":"${token}"}`)
  await expect(page.getByText('This holds a token')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add note' })).toBeDisabled()
  await box.fill('Her password is geheim1')
  await expect(page.getByText('This looks like a password.')).toBeVisible()
  await box.fill('Asked for her data.')
  await box.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText('Asked for her data.')

  await page.getByRole('link', { name: 'Test access' }).click()
  await expect(page.getByRole('radio', { name: 'A developer user' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Developer user identifier' })).toHaveValue(ada)

  const { url } = await startConsole({ role: 'support', config: { connections: connectionsOn(emulator) } })
  await page.goto(`${url}${identityPath(identityId)}?pool=${pool.id}`)
  await expect(userOf(page, ada)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Test access' })).toHaveCount(0)
})
