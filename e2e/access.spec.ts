import { GetPrincipalTagAttributeMapCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { bare, describePool, GOOGLE, openAccess, saveAccess } from './fixtures/access.ts'

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'

test('name, guest access and basic flow are set, read back and set back', async ({ page, emulator, createPool }) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed pool')
  await page.getByRole('checkbox', { name: 'Guest access' }).check()
  await page.getByRole('radio', { name: /^On/ }).check()
  await saveAccess(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Renamed pool' })).toBeVisible()
  expect(await describePool(emulator, pool)).toMatchObject({
    IdentityPoolName: 'Renamed pool',
    AllowUnauthenticatedIdentities: true,
    AllowClassicFlow: true,
  })
  await page.getByRole('checkbox', { name: 'Guest access' }).uncheck()
  await page.getByRole('radio', { name: /^Not set/ }).check()
  await saveAccess(page)
  const back = await describePool(emulator, pool)
  expect(back).toMatchObject({ IdentityPoolName: 'Renamed pool', AllowUnauthenticatedIdentities: false })
  expect(back.AllowClassicFlow).toBeUndefined()
})

test('user pools are added, changed and removed', async ({ page, emulator, createPool }) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  await page.getByRole('button', { name: 'Add user pool' }).click()
  const entry = page.getByRole('group', { name: 'User pool 1' })
  await expect(entry.getByRole('checkbox', { name: 'Server-side token check' })).toBeChecked()
  await entry.getByRole('textbox', { name: 'User pool' }).fill(USER_POOL)
  await entry.getByRole('textbox', { name: 'App client ID' }).fill('client1')
  await saveAccess(page)
  const provider = { ProviderName: USER_POOL, ClientId: 'client1', ServerSideTokenCheck: true }
  expect((await describePool(emulator, pool)).CognitoIdentityProviders).toEqual([provider])

  await entry.getByRole('checkbox', { name: 'Server-side token check' }).uncheck()
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('list', { name: 'Consequences' })).toContainText('Server-side token check off')
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await saveAccess(page)
  expect((await describePool(emulator, pool)).CognitoIdentityProviders).toEqual([
    { ...provider, ServerSideTokenCheck: false },
  ])

  await page.getByRole('button', { name: 'Remove user pool 1' }).click()
  await saveAccess(page)
  expect((await describePool(emulator, pool)).CognitoIdentityProviders ?? []).toEqual([])
})

const social = [
  ['Google client ID', GOOGLE, '123-abc.apps.googleusercontent.com'],
  ['Apple services ID', 'appleid.apple.com', 'com.example.app'],
  ['Facebook app ID', 'graph.facebook.com', '7346241598935552'],
  ['Amazon app ID', 'www.amazon.com', 'amzn1.application.188a56d827a7d6555a8b67a5d'],
] as const

for (const [label, name, value] of social) {
  test(`the ${label} is set, read back and cleared`, async ({ page, emulator, createPool }) => {
    const pool = await createPool(bare)
    await openAccess(page, pool)
    const field = page.getByRole('textbox', { name: label })
    await field.fill(value)
    await saveAccess(page)
    expect((await describePool(emulator, pool)).SupportedLoginProviders).toEqual({ [name]: value })
    await field.fill('')
    await saveAccess(page)
    expect((await describePool(emulator, pool)).SupportedLoginProviders ?? {}).toEqual({})
  })
}

test('the Twitter secret is written and never shown', async ({ page, emulator, createPool }) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  const key = page.getByRole('textbox', { name: 'Twitter consumer key' })
  const secret = page.getByLabel('Twitter consumer secret')
  await key.fill('consumer-key')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(secret).toHaveAccessibleDescription(/Give the secret of this consumer key/)
  await secret.fill('top-secret')
  await saveAccess(page)
  const providers = async () => (await describePool(emulator, pool)).SupportedLoginProviders
  expect(await providers()).toEqual({ 'api.twitter.com': 'consumer-key;top-secret' })

  const response = await page.reload()
  expect(await response?.text()).not.toContain('top-secret')
  await expect(secret).toHaveValue('')
  await expect(secret).toHaveAccessibleDescription(/A secret is set and never shown/)
})

test('the Twitter secret is kept by other saves, replaced, and removed', async ({ page, emulator, createPool }) => {
  const pool = await createPool({ ...bare, SupportedLoginProviders: { 'api.twitter.com': 'consumer-key;top-secret' } })
  await openAccess(page, pool)
  const secret = page.getByLabel('Twitter consumer secret')
  const providers = async () => (await describePool(emulator, pool)).SupportedLoginProviders
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('google-app')
  await saveAccess(page)
  expect(await providers()).toEqual({ 'api.twitter.com': 'consumer-key;top-secret', [GOOGLE]: 'google-app' })

  await secret.fill('another-secret')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('list', { name: 'Your change' })).toContainText('new secret')
  await expect(page.getByRole('list', { name: 'Your change' })).not.toContainText('another-secret')
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await saveAccess(page)
  expect(await providers()).toMatchObject({ 'api.twitter.com': 'consumer-key;another-secret' })

  await page.getByRole('textbox', { name: 'Twitter consumer key' }).fill('')
  await saveAccess(page)
  expect(await providers()).toEqual({ [GOOGLE]: 'google-app' })
})

test('Digits is shown as retired, its secret hidden, and removed', async ({ page, emulator, createPool }) => {
  const providers = { 'www.digits.com': 'digits-key;digits-secret', [GOOGLE]: 'google-app' }
  const pool = await createPool({ ...bare, SupportedLoginProviders: providers })
  await openAccess(page, pool)
  await expect(page.getByRole('group', { name: 'Digits' })).toContainText('Retired')
  expect(await page.content()).not.toContain('digits-secret')
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('other-app')
  await saveAccess(page)
  const after = { 'www.digits.com': 'digits-key;digits-secret', [GOOGLE]: 'other-app' }
  expect((await describePool(emulator, pool)).SupportedLoginProviders).toEqual(after)
  await page.getByRole('button', { name: 'Remove Digits' }).click()
  await saveAccess(page)
  expect((await describePool(emulator, pool)).SupportedLoginProviders).toEqual({ [GOOGLE]: 'other-app' })
})

const arns = [
  ['OpenID Connect', 'OpenIdConnectProviderARNs', 'arn:aws:iam::123456789012:oidc-provider/id.example.com'],
  ['SAML', 'SamlProviderARNs', 'arn:aws:iam::123456789012:saml-provider/Okta'],
] as const

for (const [kind, member, arn] of arns) {
  test(`a provider by ${kind} is added, read back and removed`, async ({ page, emulator, createPool }) => {
    const pool = await createPool(bare)
    await openAccess(page, pool)
    await page.getByRole('button', { name: `Add ${kind} provider` }).click()
    await page.getByRole('textbox', { name: `${kind} provider ARN 1` }).fill(arn)
    await saveAccess(page)
    expect((await describePool(emulator, pool))[member]).toEqual([arn])
    await page.getByRole('button', { name: `Remove ${kind} provider 1` }).click()
    await saveAccess(page)
    expect((await describePool(emulator, pool))[member] ?? []).toEqual([])
  })
}

test('a developer provider name is set once, said before and locked after', async ({ page, emulator, createPool }) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  const field = page.getByRole('textbox', { name: 'Developer provider name' })
  await expect(field).toHaveAccessibleDescription(/Once set it cannot be changed or removed/)
  await field.fill('login.example.com')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('list', { name: 'Consequences' })).toContainText('can never be changed or removed')
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await saveAccess(page)
  expect((await describePool(emulator, pool)).DeveloperProviderName).toBe('login.example.com')
  await expect(field).not.toBeEditable()
})

test('principal tags become custom, the defaults and none again', async ({ page, emulator, createPool }) => {
  const pool = await createPool({ ...bare, SupportedLoginProviders: { [GOOGLE]: 'google-app' } })
  const input = { IdentityPoolId: pool.id, IdentityProviderName: GOOGLE }
  const tags = () => emulator.client(pool.region).send(new GetPrincipalTagAttributeMapCommand(input))
  await openAccess(page, pool)
  const edit = page.getByRole('button', { name: 'Edit principal tags of Google' })
  const mode = page.getByRole('combobox', { name: 'Principal tags of Google' })
  await edit.click()
  await mode.selectOption('Custom mapping')
  await page.getByRole('button', { name: 'Add tag of Google' }).click()
  await page.getByRole('textbox', { name: 'Tag 1 of Google', exact: true }).fill('department')
  await page.getByRole('textbox', { name: 'Claim of tag 1 of Google' }).fill('hd')
  await saveAccess(page)
  expect(await tags()).toMatchObject({ UseDefaults: false, PrincipalTags: { department: 'hd' } })
  await expect(page.getByText('department from hd')).toBeVisible()

  await edit.click()
  await mode.selectOption('Default mapping')
  await saveAccess(page)
  expect(await tags()).toMatchObject({ UseDefaults: true, PrincipalTags: {} })

  await edit.click()
  await mode.selectOption('None')
  await saveAccess(page)
  expect(await tags()).toMatchObject({ UseDefaults: false, PrincipalTags: {} })
})

test('a custom mapping says at its fields what is missing', async ({ page, createPool }) => {
  const pool = await createPool({ ...bare, SupportedLoginProviders: { [GOOGLE]: 'google-app' } })
  await openAccess(page, pool)
  await page.getByRole('button', { name: 'Edit principal tags of Google' }).click()
  const mode = page.getByRole('combobox', { name: 'Principal tags of Google' })
  await mode.selectOption('Custom mapping')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed')
  const review = page.getByRole('button', { name: 'Review changes' })
  await review.click()
  await expect(mode).toHaveAccessibleDescription('Add a tag, or choose None.')
  await page.getByRole('button', { name: 'Add tag of Google' }).click()
  await review.click()
  const tag = page.getByRole('textbox', { name: 'Tag 1 of Google', exact: true })
  await expect(tag).toHaveAccessibleDescription('Name the tag.')
  await tag.fill('t'.repeat(129))
  await expect(tag).toHaveAccessibleDescription("A tag's name has at most 128 characters.")
  const claim = page.getByRole('textbox', { name: 'Claim of tag 1 of Google' })
  await expect(claim).toHaveAccessibleDescription('Name the claim that it takes its value from.')
  await page.getByRole('button', { name: 'Undo principal tags of Google' }).click()
  await expect(page.getByText('1 unsaved change')).toBeVisible()
})

test('a finding opens the form with its remedy in it, to be reviewed', async ({ page, emulator, createPool }) => {
  const pool = await createPool()
  await page.goto(`/test/pools/${pool.id}`)
  await page.getByRole('link', { name: 'Fix: Guest access is on' }).click()
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Guest access' })).not.toBeChecked()
  expect((await describePool(emulator, pool)).AllowUnauthenticatedIdentities).toBe(true)
  await saveAccess(page)
  expect((await describePool(emulator, pool)).AllowUnauthenticatedIdentities).toBe(false)
})
