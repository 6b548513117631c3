import {
  DescribeIdentityPoolCommand,
  GetPrincipalTagAttributeMapCommand,
  SetPrincipalTagAttributeMapCommand,
  UpdateIdentityPoolCommand,
  type IdentityPool,
} from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Emulator } from './fixtures/emulator.ts'
import type { Pool } from './fixtures/pools.ts'

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const GOOGLE = 'accounts.google.com'

async function describe(emulator: Emulator, { id, region }: Pool): Promise<IdentityPool> {
  const { $metadata: _, ...pool } = await emulator
    .client(region)
    .send(new DescribeIdentityPoolCommand({ IdentityPoolId: id }))
  return pool
}

async function openAccess(page: Page, pool: Pool) {
  await page.goto(`/test/pools/${pool.id}/access`)
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeEditable()
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeHidden()
}

const bare = { SupportedLoginProviders: {}, AllowUnauthenticatedIdentities: false, AllowClassicFlow: false }

test('name, guest access and basic flow are set, read back and set back', async ({ page, emulator, createPool }) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed pool')
  await page.getByRole('checkbox', { name: 'Guest access' }).check()
  await page.getByRole('radio', { name: /^On/ }).check()
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Renamed pool' })).toBeVisible()
  expect(await describe(emulator, pool)).toMatchObject({
    IdentityPoolName: 'Renamed pool',
    AllowUnauthenticatedIdentities: true,
    AllowClassicFlow: true,
  })
  await page.getByRole('checkbox', { name: 'Guest access' }).uncheck()
  await page.getByRole('radio', { name: /^Not set/ }).check()
  await save(page)
  const back = await describe(emulator, pool)
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
  await save(page)
  const provider = { ProviderName: USER_POOL, ClientId: 'client1', ServerSideTokenCheck: true }
  expect((await describe(emulator, pool)).CognitoIdentityProviders).toEqual([provider])

  await entry.getByRole('checkbox', { name: 'Server-side token check' }).uncheck()
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('list', { name: 'Consequences' })).toContainText('Server-side token check off')
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await save(page)
  expect((await describe(emulator, pool)).CognitoIdentityProviders).toEqual([
    { ...provider, ServerSideTokenCheck: false },
  ])

  await page.getByRole('button', { name: 'Remove user pool 1' }).click()
  await save(page)
  expect((await describe(emulator, pool)).CognitoIdentityProviders ?? []).toEqual([])
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
    await save(page)
    expect((await describe(emulator, pool)).SupportedLoginProviders).toEqual({ [name]: value })
    await field.fill('')
    await save(page)
    expect((await describe(emulator, pool)).SupportedLoginProviders ?? {}).toEqual({})
  })
}

test('the Twitter secret is written, kept and never shown', async ({ page, emulator, createPool }) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  const key = page.getByRole('textbox', { name: 'Twitter consumer key' })
  const secret = page.getByLabel('Twitter consumer secret')
  await key.fill('consumer-key')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(secret).toHaveAccessibleDescription(/Give the secret of this consumer key/)
  await secret.fill('top-secret')
  await save(page)
  const providers = async () => (await describe(emulator, pool)).SupportedLoginProviders
  expect(await providers()).toEqual({ 'api.twitter.com': 'consumer-key;top-secret' })

  const response = await page.reload()
  expect(await response?.text()).not.toContain('top-secret')
  await expect(secret).toHaveValue('')
  await expect(secret).toHaveAccessibleDescription(/A secret is set and never shown/)
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('google-app')
  await save(page)
  expect(await providers()).toEqual({ 'api.twitter.com': 'consumer-key;top-secret', [GOOGLE]: 'google-app' })

  await secret.fill('another-secret')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('list', { name: 'Your change' })).toContainText('new secret')
  await expect(page.getByRole('list', { name: 'Your change' })).not.toContainText('another-secret')
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await save(page)
  expect(await providers()).toMatchObject({ 'api.twitter.com': 'consumer-key;another-secret' })

  await key.fill('')
  await save(page)
  expect(await providers()).toEqual({ [GOOGLE]: 'google-app' })
})

test('Digits is shown as retired, its secret hidden, and removed', async ({ page, emulator, createPool }) => {
  const providers = { 'www.digits.com': 'digits-key;digits-secret', [GOOGLE]: 'google-app' }
  const pool = await createPool({ ...bare, SupportedLoginProviders: providers })
  await openAccess(page, pool)
  await expect(page.getByRole('group', { name: 'Digits' })).toContainText('Retired')
  expect(await page.content()).not.toContain('digits-secret')
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('other-app')
  await save(page)
  const after = { 'www.digits.com': 'digits-key;digits-secret', [GOOGLE]: 'other-app' }
  expect((await describe(emulator, pool)).SupportedLoginProviders).toEqual(after)
  await page.getByRole('button', { name: 'Remove Digits' }).click()
  await save(page)
  expect((await describe(emulator, pool)).SupportedLoginProviders).toEqual({ [GOOGLE]: 'other-app' })
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
    await save(page)
    expect((await describe(emulator, pool))[member]).toEqual([arn])
    await page.getByRole('button', { name: `Remove ${kind} provider 1` }).click()
    await save(page)
    expect((await describe(emulator, pool))[member] ?? []).toEqual([])
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
  await save(page)
  expect((await describe(emulator, pool)).DeveloperProviderName).toBe('login.example.com')
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
  await save(page)
  expect(await tags()).toMatchObject({ UseDefaults: false, PrincipalTags: { department: 'hd' } })
  await expect(page.getByText('department from hd')).toBeVisible()

  await edit.click()
  await mode.selectOption('Default mapping')
  await save(page)
  expect(await tags()).toMatchObject({ UseDefaults: true, PrincipalTags: {} })

  await edit.click()
  await mode.selectOption('None')
  await save(page)
  expect(await tags()).toMatchObject({ UseDefaults: false, PrincipalTags: {} })
})

test('each constraint is told at its field and nothing is saved', async ({ page, emulator, createPool }) => {
  const pool = await createPool(bare)
  const before = await describe(emulator, pool)
  await openAccess(page, pool)
  const review = page.getByRole('button', { name: 'Review changes' })
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('')
  await page.getByRole('button', { name: 'Add user pool' }).click()
  await page.getByRole('button', { name: 'Add OpenID Connect provider' }).click()
  await page.getByRole('button', { name: 'Add SAML provider' }).click()
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('not an id')
  await page.getByLabel('Twitter consumer secret').fill('secret')
  await page.getByRole('textbox', { name: 'Developer provider name' }).fill('login members')
  await review.click()
  const described = (field: string) => page.getByRole('textbox', { name: field, exact: true })
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/Give the pool a name/)
  await expect(described('User pool')).toHaveAccessibleDescription(/Name the user pool/)
  await expect(described('App client ID')).toHaveAccessibleDescription('Give the id of the app client.')
  await expect(described('OpenID Connect provider ARN 1')).toHaveAccessibleDescription(/Give the ARN/)
  await expect(described('SAML provider ARN 1')).toHaveAccessibleDescription(/Give the ARN/)
  await expect(page.getByRole('textbox', { name: 'Google client ID' })).toHaveAccessibleDescription(
    /Use letters, digits/,
  )
  await expect(page.getByRole('textbox', { name: 'Twitter consumer key' })).toHaveAccessibleDescription(
    /Give the consumer key of this secret/,
  )
  await expect(page.getByRole('textbox', { name: 'Developer provider name' })).toHaveAccessibleDescription(
    /Use letters, digits and \. _ - only/,
  )
  await name.fill('n'.repeat(129))
  await expect(name).toHaveAccessibleDescription(/at most 128 characters/)
  await name.fill('a/b')
  await expect(name).toHaveAccessibleDescription(/Use letters, digits, spaces/)
  await described('User pool').fill('no pool?')
  await expect(described('User pool')).toHaveAccessibleDescription(/is named like cognito-idp/)
  await described('App client ID').fill('no-client')
  await expect(described('App client ID')).toHaveAccessibleDescription(
    'An app client id has letters, digits and _ only.',
  )
  await described('SAML provider ARN 1').fill('arn:aws:iam::123456789012:oidc-provider/other')
  await expect(described('SAML provider ARN 1')).toHaveAccessibleDescription(/A SAML provider has an ARN like/)
  await review.click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await describe(emulator, pool)).toEqual(before)
})

test('what a removal does, and to how many identities, is said before it', async ({
  page,
  emulator,
  createPool,
  seedIdentities,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: true })
  await seedIdentities(pool, { guests: 2, authenticated: 3 })
  await openAccess(page, pool)
  await page.getByRole('checkbox', { name: 'Guest access' }).uncheck()
  await page.getByRole('radio', { name: /^Off/ }).check()
  await page.getByRole('textbox', { name: 'Facebook app ID' }).fill('')
  await page.getByRole('button', { name: 'Review changes' }).click()
  const consequences = page.getByRole('list', { name: 'Consequences' })
  await expect(consequences).toContainText('Guest access off: guests are refused')
  await expect(consequences).toContainText('2 of the first 5 identities use it.')
  await expect(consequences).toContainText('Basic flow off')
  await expect(consequences).toContainText('Facebook removed')
  await expect(consequences).toContainText('3 of the first 5 identities use it.')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await describe(emulator, pool)).toMatchObject({
    AllowUnauthenticatedIdentities: false,
    AllowClassicFlow: false,
  })
})

test('a change that somebody else made meanwhile is shown, kept and built upon', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  await page.getByRole('checkbox', { name: 'Guest access' }).check()
  const present = await describe(emulator, pool)
  const theirs = {
    ...present,
    IdentityPoolId: pool.id,
    IdentityPoolName: 'Theirs',
    AllowUnauthenticatedIdentities: false,
  }
  await emulator.client(pool.region).send(new UpdateIdentityPoolCommand(theirs))
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nothing was saved')
  await expect(dialog.getByRole('list', { name: 'Their change' })).toContainText('Theirs')
  expect((await describe(emulator, pool)).AllowUnauthenticatedIdentities).toBe(false)
  await dialog.getByRole('button', { name: 'Reapply my changes' }).click()
  await expect(dialog.getByRole('list', { name: 'Your change' })).toHaveText(/Guest access/)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toBeHidden()
  expect(await describe(emulator, pool)).toMatchObject({
    IdentityPoolName: 'Theirs',
    AllowUnauthenticatedIdentities: true,
  })
})

test('principal tags that somebody else set meanwhile are shown before they are replaced', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ ...bare, SupportedLoginProviders: { [GOOGLE]: 'google-app' } })
  const input = { IdentityPoolId: pool.id, IdentityProviderName: GOOGLE }
  await openAccess(page, pool)
  await page.getByRole('button', { name: 'Edit principal tags of Google' }).click()
  await page.getByRole('combobox', { name: 'Principal tags of Google' }).selectOption('Default mapping')
  const theirs = new SetPrincipalTagAttributeMapCommand({ ...input, UseDefaults: false, PrincipalTags: { team: 'hd' } })
  await emulator.client(pool.region).send(theirs)
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('list', { name: 'Their change' })).toContainText('Claim hd')
  await dialog.getByRole('button', { name: 'Reapply my changes' }).click()
  await expect(dialog.getByRole('list', { name: 'Your change' }).getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toBeHidden()
  const now = await emulator.client(pool.region).send(new GetPrincipalTagAttributeMapCommand(input))
  expect(now).toMatchObject({ UseDefaults: true })
})

test('when only the pool was saved, what is left stays in the form', async ({ page, emulator, createPool, fault }) => {
  const pool = await createPool({ ...bare, SupportedLoginProviders: { [GOOGLE]: 'google-app' } })
  await fault({ operation: 'SetPrincipalTagAttributeMap', error: 'AccessDeniedException', id: pool.id, count: 1 })
  await openAccess(page, pool)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Half saved')
  await page.getByRole('button', { name: 'Edit principal tags of Google' }).click()
  await page.getByRole('combobox', { name: 'Principal tags of Google' }).selectOption('Default mapping')
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Only a part was saved')
  await expect(dialog.getByRole('list', { name: 'Your change' }).getByRole('listitem')).toHaveText(
    /Principal tags of Google/,
  )
  expect((await describe(emulator, pool)).IdentityPoolName).toBe('Half saved')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toBeHidden()
})

test('a lost answer is not told as a failure', async ({ page, emulator, createPool, fault }) => {
  const pool = await createPool(bare)
  await fault({ operation: 'UpdateIdentityPool', error: 'Disconnect', when: 'after', id: pool.id, count: 1 })
  await openAccess(page, pool)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Perhaps')
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('It is not known whether this was saved')
  expect((await describe(emulator, pool)).IdentityPoolName).toBe('Perhaps')
})

test('principal tags that cannot be read leave the rest of the form usable', async ({
  page,
  emulator,
  createPool,
  fault,
  clearFaults,
}) => {
  const pool = await createPool()
  await fault({ operation: 'GetPrincipalTagAttributeMap', error: 'AccessDeniedException', id: pool.id })
  await openAccess(page, pool)
  await expect(page.getByRole('alert').filter({ hasText: 'principal tags' })).toContainText('AccessDeniedException')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed all the same')
  await save(page)
  expect((await describe(emulator, pool)).IdentityPoolName).toBe('Renamed all the same')
  await clearFaults()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: 'Edit principal tags of Facebook' })).toBeEnabled()
})

test('the form by keyboard alone, and leaving it with changes asks first', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool()
  await openAccess(page, pool)
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'Guest access' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('2 unsaved changes')).toBeVisible()
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Overview' }).click()
  const asks = page.getByRole('dialog', { name: 'Leave without saving?' })
  await asks.getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByRole('checkbox', { name: 'Guest access' })).not.toBeChecked()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('checkbox', { name: 'Guest access' })).toBeChecked()
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Overview' }).click()
  await expect(page).toHaveURL(new RegExp(`${pool.id}$`))
})

test('on a read-only connection the form can be read and not changed', async ({ page, createPool }) => {
  const pool = await createPool()
  await page.goto(`/readonly/pools/${pool.id}/access`)
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(pool.name)
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeDisabled()
  await expect(page.getByRole('checkbox', { name: 'Guest access' })).toBeDisabled()
})
