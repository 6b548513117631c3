import {
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
} from '@aws-sdk/client-cognito-identity'
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goOn, goToReview } from './fixtures/create-pool.ts'
import type { Emulator } from './fixtures/emulator.ts'
import { expectCommand } from './fixtures/cli.ts'

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const newName = () => `Guided ${randomUUID().slice(0, 8)}`

async function start(page: Page, name: string) {
  await page.goto('/test/pools/create')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
}

async function fillProviders(page: Page) {
  await page.getByRole('button', { name: 'Add user pool' }).click()
  await page.getByRole('textbox', { name: 'User pool' }).fill(USER_POOL)
  await page.getByRole('textbox', { name: 'App client ID' }).fill('client1')
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('google-app')
  await page.getByRole('textbox', { name: 'Apple services ID' }).fill('com.example.app')
  await page.getByRole('textbox', { name: 'Facebook app ID' }).fill('1234567890')
  await page.getByRole('textbox', { name: 'Amazon app ID' }).fill('amzn1.app')
  await page.getByRole('textbox', { name: 'Twitter consumer key' }).fill('consumer')
  await page.getByLabel('Twitter consumer secret').fill('top-secret')
  await page.getByRole('button', { name: 'Add OpenID Connect provider' }).click()
  await page
    .getByRole('textbox', { name: 'OpenID Connect provider ARN 1' })
    .fill('arn:aws:iam::123456789012:oidc-provider/id.example.com')
  await page.getByRole('button', { name: 'Add SAML provider' }).click()
  await page.getByRole('textbox', { name: 'SAML provider ARN 1' }).fill('arn:aws:iam::123456789012:saml-provider/Okta')
  await page.getByRole('textbox', { name: 'Developer provider name' }).fill('login.example.com')
  await page.getByRole('button', { name: 'Edit principal tags of Google' }).click()
  await page.getByRole('combobox', { name: 'Principal tags of Google' }).selectOption('Default mapping')
}

async function read(emulator: Emulator, poolId: string) {
  const client = emulator.client('us-east-1')
  const input = { IdentityPoolId: poolId }
  const { Roles } = await client.send(new GetIdentityPoolRolesCommand(input))
  const google = { ...input, IdentityProviderName: 'accounts.google.com' }
  const { UseDefaults } = await client.send(new GetPrincipalTagAttributeMapCommand(google))
  return { pool: await client.send(new DescribeIdentityPoolCommand(input)), roles: Roles ?? {}, UseDefaults }
}

const idInUrl = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

test('a pool with everything is reviewed and created as it was reviewed', async ({
  page,
  emulator,
  expectAccessible,
}) => {
  const name = newName()
  await start(page, name)
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'Guest access' }).check()
  await goOn(page, 'Login providers')
  await fillProviders(page)
  await goOn(page, 'Roles')
  await page.getByRole('combobox', { name: 'Authenticated role' }).fill(role('User'))
  await page.getByRole('combobox', { name: 'Guest role' }).fill(role('Guest'))
  await goOn(page, 'Tags')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Key of tag 1' }).fill('team')
  await page.getByRole('textbox', { name: 'Value of tag 1' }).fill('blue')
  await goOn(page, 'Review')
  await expectCommand(page, 'create-identity-pool')
  const review = page.getByRole('region', { name: 'The new pool' })
  for (const fact of [name, 'Server-side token check on', role('User'), 'Tag team', 'Principal tags of Google'])
    await expect(review).toContainText(fact)
  await expect(review).not.toContainText('top-secret')
  await expect(page.getByRole('list', { name: 'Warnings' })).toContainText('can never be changed or removed')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page).toHaveURL(/\/test\/pools\/us-east-1:[0-9a-f-]{36}\?made=1$/)
  const { pool, roles, UseDefaults } = await read(emulator, idInUrl(page))
  expect(pool).toMatchObject({
    IdentityPoolName: name,
    AllowUnauthenticatedIdentities: true,
    AllowClassicFlow: false,
    SupportedLoginProviders: {
      'accounts.google.com': 'google-app',
      'appleid.apple.com': 'com.example.app',
      'graph.facebook.com': '1234567890',
      'www.amazon.com': 'amzn1.app',
      'api.twitter.com': 'consumer;top-secret',
    },
    DeveloperProviderName: 'login.example.com',
    OpenIdConnectProviderARNs: ['arn:aws:iam::123456789012:oidc-provider/id.example.com'],
    CognitoIdentityProviders: [{ ProviderName: USER_POOL, ClientId: 'client1', ServerSideTokenCheck: true }],
    SamlProviderARNs: ['arn:aws:iam::123456789012:saml-provider/Okta'],
    IdentityPoolTags: { team: 'blue' },
  })
  expect(roles).toEqual({ authenticated: role('User'), unauthenticated: role('Guest') })
  expect(UseDefaults).toBe(true)
})

test('a pool of which only the name is given lets in nobody', async ({ page, emulator }) => {
  await start(page, newName())
  await goToReview(page)
  await expect(page.getByRole('list', { name: 'Warnings' })).toContainText('Nobody can get in yet')
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page).toHaveURL(/us-east-1:[0-9a-f-]{36}\?made=1$/)
  const { pool, roles } = await read(emulator, idInUrl(page))
  expect(pool).toMatchObject({ AllowUnauthenticatedIdentities: false, AllowClassicFlow: false })
  expect(roles).toEqual({})
})

test('a creation that failed in the middle is told step by step and finished', async ({
  page,
  emulator,
  fault,
  expectAccessible,
}) => {
  const name = newName()
  await start(page, name)
  await goOn(page, 'Login providers')
  await page.getByRole('textbox', { name: 'Google client ID' }).fill('google-app')
  await page.getByRole('button', { name: 'Edit principal tags of Google' }).click()
  await page.getByRole('combobox', { name: 'Principal tags of Google' }).selectOption('Default mapping')
  await goOn(page, 'Roles')
  const authenticated = role(`User-${randomUUID()}`)
  await page.getByRole('combobox', { name: 'Authenticated role' }).fill(authenticated)
  await goOn(page, 'Tags')
  await goOn(page, 'Review')
  await fault({ operation: 'SetIdentityPoolRoles', error: 'AccessDeniedException', id: authenticated, count: 1 })
  await page.getByRole('button', { name: 'Create pool' }).click()
  const account = page.getByRole('list', { name: 'Creation steps' })
  await expect(account.getByRole('listitem')).toHaveText([
    /Create the identity pool\s*Done/,
    /Set its roles\s*Failed/,
    /Set the principal tags of Google\s*Not done yet/,
  ])
  await expect(page.getByRole('alert').filter({ hasText: 'Not done' })).toContainText('SetIdentityPoolRoles')
  await expectAccessible(page)
  const link = page.getByRole('link', { name: 'Open the pool as it is' })
  const poolId =
    decodeURIComponent((await link.getAttribute('href')) ?? '')
      .split('/')
      .at(-1) ?? ''
  expect(await read(emulator, poolId)).toMatchObject({ roles: {}, UseDefaults: false })

  await page.getByRole('button', { name: 'Finish setting up' }).click()
  await expect(page).toHaveURL(new RegExp(`${poolId}\\?made=1$`))
  expect(await read(emulator, poolId)).toMatchObject({ roles: { authenticated }, UseDefaults: true })
  const { pool } = await read(emulator, poolId)
  expect(pool.IdentityPoolName).toBe(name)
})

test('a creation whose answer was lost is not told as a failure', async ({ page, fault }) => {
  const name = newName()
  await start(page, name)
  await goToReview(page)
  await fault({ operation: 'CreateIdentityPool', error: 'Disconnect', when: 'after', id: name, count: 1 })
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not known whether' })).toContainText('was created')
  await page.getByRole('link', { name: 'Look at the pools' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('textbox', { name: 'Filter by name or ID' }).fill(name)
  await expect(page.getByRole('link', { name })).toHaveCount(1)
})

test('roles and tags of a new pool are checked at their steps', async ({ page }) => {
  await start(page, newName())
  await goOn(page, 'Login providers')
  await goOn(page, 'Roles')
  const next = page.getByRole('button', { name: 'Next' })
  const authenticated = page.getByRole('combobox', { name: 'Authenticated role' })
  await authenticated.fill('arn:aws:iam::123456789012:user/Nobody')
  await next.click()
  await expect(authenticated).toHaveAccessibleDescription(/This is no role ARN/)
  await authenticated.fill('')
  await goOn(page, 'Tags')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Key of tag 1' }).fill('aws:mine')
  await next.click()
  await expect(page.getByRole('textbox', { name: 'Key of tag 1' })).toHaveAccessibleDescription(/reserved for AWS/)
  await page.getByRole('button', { name: 'Basics' }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(/^Guided /)
})
