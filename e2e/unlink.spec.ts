import { expect, test } from './fixtures.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'
import { closeReport, confirmOne, expectSaid } from './fixtures/deletion.ts'
import { filesContain } from './fixtures/files-contain.ts'
import { jwt } from './fixtures/jwt.ts'
import { linkUsers } from './fixtures/people.ts'
import { createPool } from './fixtures/pools.ts'
import { expectCommand } from './fixtures/cli.ts'

const PROVIDER = 'login.members.example'
const FACEBOOK = 'graph.facebook.com'
const GOOGLE = 'accounts.google.com'
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600
const google = (claims = {}) => jwt({ iss: `https://${GOOGLE}`, sub: 'g-1', aud: 'app', exp: inAnHour(), ...claims })
const memberPool = {
  DeveloperProviderName: PROVIDER,
  SupportedLoginProviders: { [FACEBOOK]: '1', [GOOGLE]: 'app' },
}

test('a stale user is unlinked, and the last one only by typing that it disables', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool(memberPool)
  const ada = await linkUsers(emulator, pool, { users: ['ada', 'old@example.com'] })
  await page.goto(`/test/identities/${ada}`)
  await expect(page.getByRole('region', { name: 'State' }).getByRole('link', { name: pool.name })).toBeVisible()
  const users = page.getByRole('region', { name: 'Developer user identifiers' })
  await expectAccessible(page)

  await users.getByRole('button', { name: 'Unlink old@example.com' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('gets a new identity with another ID')).toBeVisible()
  await expectCommand(dialog, 'unlink-developer-identity')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Unlink', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(users.getByText('old@example.com')).toHaveCount(0)
  await expect(users.getByText('ada', { exact: true })).toBeVisible()

  await users.getByRole('button', { name: 'Unlink ada' }).click()
  const last = page.getByRole('dialog', { name: 'Unlink ada' })
  const disable = last.getByRole('button', { name: 'Unlink and disable this identity' })
  await expect(last.getByText('This is the last login: the identity is lost for good')).toBeVisible()
  await expect(disable).toBeDisabled()
  await last.getByRole('textbox', { name: 'Type disable to confirm' }).fill('disable')
  await disable.click()
  await expect(page.getByText('No login is left.')).toBeVisible()
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible()
  await page.goto(`/test/identities/${ada}`)
  await expect(page.getByRole('region', { name: 'State' })).toContainText(`${pool.name} by the audit log`)
})

test('an identifier is linked to a guest in the chosen pool, and what AWS refuses is explained', async ({
  page,
  createPool,
  seedIdentities,
  emulator,
}) => {
  const pool = await createPool(memberPool)
  const [guest = ''] = await seedIdentities(pool, { guests: 1 })
  await linkUsers(emulator, pool, { users: ['bob'] })
  const [facebook = ''] = await seedIdentities(pool, { authenticated: 1 })
  const link = page.getByRole('button', { name: 'Link identifier' })
  const dialog = page.getByRole('dialog', { name: 'Link a developer user identifier' })

  await page.goto(`/test/identities/${guest}`)
  await page.getByRole('combobox', { name: 'Pool of this identity' }).selectOption(pool.id)
  await link.click()
  await dialog.getByRole('textbox', { name: 'Developer user identifier' }).fill('bob')
  await expectCommand(dialog, 'get-open-id-token-for-developer-identity', '--query IdentityId')
  await dialog.getByRole('button', { name: 'Link identifier' }).click()
  await expect(dialog.getByText('Nothing was linked')).toBeVisible()
  await expect(dialog.getByText(/bob leads to .* already\. This identity is a guest/)).toBeVisible()
  await expect(dialog.getByRole('link', { name: /Merge/ })).toHaveCount(0)
  const box = dialog.getByRole('textbox', { name: 'Developer user identifier' })
  await box.fill('{"user_id":"new@example.com"}')
  await expect(dialog.getByText('Choose who is meant to go on.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Link identifier' })).toBeDisabled()
  await expect(dialog.getByRole('group', { name: 'Who is meant' }).getByRole('button')).toHaveText([
    'Link new@example.com',
    'Link it exactly as typed',
  ])
  await dialog.getByRole('button', { name: 'Link new@example.com' }).click()
  await expect(box).toHaveValue('new@example.com')
  await expect(box).toBeFocused()
  await dialog.getByRole('button', { name: 'Link identifier' }).click()
  await expect(page.getByRole('button', { name: 'Unlink new@example.com' })).toBeVisible()
  await expect(page.getByText('Authenticated', { exact: true })).toBeVisible()

  await page.goto(`/test/identities/${facebook}?pool=${pool.id}`)
  await link.click()
  await expect(dialog.getByText('Without a token AWS is known to refuse this')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Developer user identifier' }).fill('carol')
  await dialog.getByRole('button', { name: 'Link identifier' }).click()
  await expect(dialog.getByText(/Logins don't match/)).toBeVisible()
})

test('what is wrong with a token is named before the call, and a good one unlinks without a trace', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const emulator = await startEmulator()
  const pool = await createPool(emulator, memberPool)
  const token = google()
  const ada = await linkUsers(emulator, pool, { users: ['ada'], logins: { [GOOGLE]: token, [FACEBOOK]: 'fb-ada' } })
  const console = await startConsole({
    config: { connections: [{ id: 'own', endpoint: emulator.url, regions: ['us-east-1'] }] },
    env: { LOG_LEVEL: 'debug' },
  })
  await page.goto(`${console.url}/own/identities/${ada}?pool=${pool.id}`)
  await page.getByRole('button', { name: 'Unlink Google' }).click()
  const dialog = page.getByRole('dialog', { name: 'Unlink Google' })
  const box = dialog.getByRole('textbox', { name: 'Token of Google' })
  await expectCommand(dialog, 'unlink-identity', '${LOGIN_TOKEN:?}')
  for (const [claims, problem] of [
    [{ exp: 1_700_000_000 }, /^Expired on 2023-11-14/],
    [{ iss: 'https://elsewhere.example' }, /^Wrong issuer/],
    [{ aud: 'another' }, /^Wrong audience/],
  ] as const) {
    await box.fill(google(claims))
    await expect(dialog.getByText(problem)).toBeVisible()
  }
  await box.fill(google({ exp: 1_700_000_000 }))
  await dialog.getByRole('button', { name: 'Unlink', exact: true }).click()
  await expect(dialog.getByText('Nothing was unlinked')).toBeVisible()
  await expect(dialog.getByText(/Token expired/)).toBeVisible()
  await expect(dialog.getByText('What is left')).toBeVisible()
  await expect(box).toHaveValue('')

  await box.fill(token)
  await dialog.getByRole('combobox', { name: 'Token of' }).selectOption('Facebook')
  await expect(dialog.getByRole('textbox', { name: 'Token of Facebook' })).toHaveValue('')
  await dialog.getByRole('combobox', { name: 'Token of' }).selectOption('Google')

  await box.fill(token)
  await expect(dialog.getByText('The service will refuse this token')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Unlink', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Unlink Google' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Unlink Facebook' })).toBeVisible()

  const [, payload = ''] = token.split('.')
  expect(await page.content()).not.toContain(payload)
  expect(page.url()).not.toContain(payload)
  expect(console.output()).not.toContain(payload)
  expect(await filesContain(console.dataDirectory, 'UnlinkIdentity')).toBe(true)
  expect(await filesContain(console.dataDirectory, payload)).toBe(false)
})

for (const answer of ['accept', 'refuse'] as const) {
  test(`a developer token is offered as a proof that AWS may refuse: ${answer}`, async ({
    page,
    startEmulator,
    startConsole,
    expectAccessible,
  }) => {
    const unknown = answer === 'accept' ? 'deny' : 'ignore'
    const emulator = await startEmulator({ 'unlink-with-developer-token': answer, 'unknown-ids': unknown })
    const pool = await createPool(emulator, memberPool)
    const ada = await linkUsers(emulator, pool, { users: ['ada'], logins: { [FACEBOOK]: 'fb-ada' } })
    const { url } = await startConsole({
      role: 'support',
      config: { connections: [{ id: 'own', endpoint: emulator.url, regions: ['us-east-1'] }] },
    })
    await page.goto(`${url}/own/identities/${ada}`)
    await page.getByRole('button', { name: 'Unlink Facebook' }).click()
    const dialog = page.getByRole('dialog', { name: 'Unlink Facebook' })
    await dialog.getByRole('radio', { name: /A developer token for ada/ }).check()
    await expect(dialog.getByText('AWS does not document whether this works')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Unlink', exact: true }).click()
    if (answer === 'refuse') {
      await expect(dialog.getByText(/Can't pass in a Cognito token/)).toBeVisible()
      await expect(dialog.getByText('AWS does not take a developer token here')).toBeVisible()
      await dialog.getByRole('radio', { name: 'A token of the user' }).check()
      await dialog.getByRole('textbox', { name: 'Token of Facebook' }).fill('fb-ada')
      await dialog.getByRole('button', { name: 'Unlink', exact: true }).click()
    }
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Unlink Facebook' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Unlink ada' })).toBeVisible()

    await chooseInMenu(page, 'Delete identity…')
    await confirmOne(page)
    await expectSaid(page, 'Deleted 1 identity.')
    await closeReport(page)
    await expect(page.getByText('This identity is gone')).toBeVisible()
  })
}
