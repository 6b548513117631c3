import { expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { expectCommand } from './fixtures/cli.ts'
import { jwt } from './fixtures/jwt.ts'
import { identityPath } from './fixtures/paths.ts'
import { linkUsers, signInWith } from './fixtures/people.ts'

const PROVIDER = 'login.members.example'
const GOOGLE = 'accounts.google.com'
const google = (sub: string) =>
  jwt({ iss: `https://${GOOGLE}`, sub, aud: 'app', exp: Math.floor(Date.now() / 1000) + 3600 })
const memberPool = { DeveloperProviderName: PROVIDER, SupportedLoginProviders: { [GOOGLE]: 'app' } }

test('a person who signed in with Google and finds nothing gets their old identity back by their token', async ({
  page,
  startConsole,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool(memberPool)
  const token = google('g-51177')
  const old = await linkUsers(emulator, pool, { users: ['51177'] })
  const empty = await signInWith(emulator, pool, { [GOOGLE]: token })
  const { url } = await startConsole({ role: 'support' })
  await page.goto(`${url}/test/find`)
  await page.getByRole('textbox', { name: 'Who is it?' }).fill(`Bearer ${token}`)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Which identity in ${pool.name}?` }).click()
  await expect(page.getByText('Asking may make an identity')).toBeVisible()
  await page.getByRole('button', { name: 'Ask the pool' }).click()
  await expect(page.getByText(`to ask the pool ${pool.name}`)).toBeVisible()
  const traced = page.getByRole('region', { name: 'Identity of the token' })
  await expect(traced.getByText('Google', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await traced.getByRole('link', { name: empty }).click()

  await page.getByRole('button', { name: 'Link identifier' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Developer user identifier' }).fill('51177')
  await dialog.getByRole('button', { name: 'Link identifier' }).click()
  await expect(dialog.getByText(/51177 leads to .* already/)).toBeVisible()
  await expect(dialog.getByRole('link', { name: old })).toBeVisible()
  await expect(dialog.getByText('Reload to see the present state')).toHaveCount(0)
  await expect(dialog.getByRole('link', { name: /Merge/ })).toHaveCount(0)

  await dialog.getByRole('button', { name: 'Unite by a token' }).click()
  await expect(dialog.getByText('Asking may make an identity')).toBeVisible()
  const box = dialog.getByRole('textbox', { name: 'Token of Google' })
  const compare = dialog.getByRole('button', { name: 'Compare', exact: true })
  await box.fill(google('somebody else'))
  await compare.click()
  await expect(dialog.getByText('The token signs in to another identity')).toBeVisible()
  await expect(dialog.getByText('Asking has made an empty identity')).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete the identity this made' }).click()
  const deletion = page.getByRole('dialog', { name: 'Delete 1 identity' })
  await deletion.getByRole('button', { name: 'Delete 1 identity', exact: true }).click()
  await expect(deletion.getByText('Deleted 1 identity.', { exact: true })).toBeVisible()
  await deletion.getByRole('button', { name: 'Close' }).last().click()

  await box.fill(token)
  await compare.click()
  const unite = dialog.getByRole('button', { name: 'Unite 2 identities' })
  await expect(unite).toBeVisible()
  await expect(dialog.getByText('AWS has not confirmed this')).toBeVisible()
  await expect(dialog.getByText(/with its Google account will see everything of 51177/)).toBeVisible()
  await expectCommand(dialog, 'get-open-id-token-for-developer-identity', '${LOGIN_TOKEN:?}')
  await expectAccessible(page)
  // Another token is compared anew, here as well.
  await box.fill(`${token} `)
  await expect(unite).toHaveCount(0)
  await box.fill(token)
  await compare.click()
  await unite.click()
  await expect(dialog.getByText('United, and as the preview said')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Copy both IDs as JSON' })).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible()
  await page.goto(`${url}${identityPath(old)}?pool=${pool.id}`)
  await expect(page.getByRole('button', { name: 'Unlink Google' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlink 51177' })).toBeVisible()
})

test('a token of its login links an identifier, and a link whose answer is lost shows the truth after a look', async ({
  page,
  createPool,
  emulator,
  fault,
  expectAccessible,
}) => {
  const pool = await createPool(memberPool)
  const token = google('g-1')
  const identity = await signInWith(emulator, pool, { [GOOGLE]: token })
  await page.goto(`${identityPath(identity)}?pool=${pool.id}`)
  const open = page.getByRole('button', { name: 'Link identifier' })
  const dialog = page.getByRole('dialog', { name: 'Link a developer user identifier' })
  const user = dialog.getByRole('textbox', { name: 'Developer user identifier' })
  const link = dialog.getByRole('button', { name: 'Link identifier' })

  await open.click()
  await user.fill('first')
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(token)
  await expectAccessible(page)
  await fault({
    operation: 'GetOpenIdTokenForDeveloperIdentity',
    error: 'TooManyRequestsException',
    id: pool.id,
    count: 1,
  })
  await link.click()
  await expect(dialog.getByText('Nothing was linked')).toBeVisible()
  await expect(dialog.getByText('Wait a moment, then try again.')).toBeVisible()
  await expect(dialog.getByText(/Trying again/)).toHaveCount(0)
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(token)
  await expect(dialog.getByText('Not expired')).toBeVisible()
  await link.click()
  await expect(page.getByRole('button', { name: 'Unlink first' })).toBeVisible()

  await open.click()
  await user.fill('second')
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(token)
  await fault({
    operation: 'GetOpenIdTokenForDeveloperIdentity',
    error: 'Disconnect',
    when: 'after',
    id: pool.id,
    count: 1,
  })
  await link.click()
  await expect(dialog.getByText('Nobody knows whether it was linked')).toBeVisible()
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByRole('button', { name: 'Unlink second' })).toBeVisible()
})

test.describe('a uniting whose answer is lost', () => {
  for (const when of ['before', 'after'] as const)
    test(`stays unknown until a look shows both sides, lost ${when} it was done`, async ({
      page,
      createPool,
      emulator,
      fault,
    }) => {
      const pool = await createPool(memberPool)
      const token = google(`g-lost-${when}`)
      const ada = await linkUsers(emulator, pool, { users: ['ada'] })
      const googleOnly = await signInWith(emulator, pool, { [GOOGLE]: token })
      await page.goto(`${identityPath(ada)}?pool=${pool.id}`)
      await page.getByRole('button', { name: 'Link identifier' }).click()
      await page.getByRole('textbox', { name: 'Reason or ticket number' }).fill('T-7')
      await page.getByRole('button', { name: 'Bring a login here' }).click()
      const dialog = page.getByRole('dialog', { name: 'Unite with the identity of ada' })
      await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(token)
      await expect(dialog.getByText('Not expired')).toBeVisible()
      await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
      const unite = dialog.getByRole('button', { name: 'Unite 2 identities' })
      await expect(unite).toBeVisible()
      await expect(dialog.getByRole('textbox', { name: 'Reason or ticket number' })).toHaveValue('T-7')
      await expect(dialog.getByText('unlink the login of Google at once')).toBeVisible()
      await fault({
        operation: 'GetOpenIdTokenForDeveloperIdentity',
        error: 'Disconnect',
        when,
        id: pool.id,
        count: 1,
      })
      await unite.click()
      await expect(dialog.getByText('Nobody knows whether the two were united')).toBeVisible()
      await expect(dialog.getByRole('region', { name: 'Identity of the token' }).getByText(googleOnly)).toBeVisible()
      await expect(unite).toHaveCount(0)
      await dialog.getByRole('button', { name: 'Look again' }).click()
      if (when === 'before') {
        await expect(dialog.getByText('They were not united')).toBeVisible()
        await unite.click()
      }
      await expect(dialog.getByText('United, and as the preview said')).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Copy both IDs as JSON' })).toBeVisible()
      await page.goto(`${identityPath(googleOnly)}?pool=${pool.id}`)
      await expect(page.getByText('Merged into another identity')).toBeVisible()
    })
})

test('a login of the person is brought to their identity, with what asking for it has made', async ({
  page,
  console,
  createPool,
  emulator,
}) => {
  const pool = await createPool(memberPool)
  const ada = await linkUsers(emulator, pool, { users: ['ada'] })
  await page.goto(`${identityPath(ada)}?pool=${pool.id}`)
  await page.getByRole('button', { name: 'Link identifier' }).click()
  await page.getByRole('button', { name: 'Bring a login here' }).click()
  const dialog = page.getByRole('dialog', { name: 'Unite with the identity of ada' })
  await dialog.getByRole('textbox', { name: 'Token of Google' }).fill(google('g-new'))
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(dialog.getByText('Asking has made an empty identity')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason or ticket number' }).fill('T-51177')
  await dialog.getByRole('button', { name: 'Unite 2 identities' }).click()
  await expect(dialog.getByText('United, and as the preview said')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('button', { name: 'Unlink Google' })).toBeVisible()
  expect(await audited(console, ada)).toEqual(['UniteIdentities succeeded'])
})
