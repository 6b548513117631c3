import { DeleteIdentityPoolCommand, SetIdentityPoolRolesCommand } from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import type { Emulator } from './fixtures/emulator.ts'
import { holdAction } from './fixtures/hold-action.ts'
import { identitiesPath, poolPath } from './fixtures/paths.ts'
import type { Pool } from './fixtures/pools.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'

const UNKNOWN_ID = 'us-east-1:00000000-0000-4000-8000-000000000000'
const ROLE = 'arn:aws:iam::123456789012:role'

const failureOf = (page: Page, title: string) => page.getByRole('alert').filter({ hasText: title })

const deletePool = (emulator: Emulator, pool: Pool) =>
  emulator.client(pool.region).send(new DeleteIdentityPoolCommand({ IdentityPoolId: pool.id }))

test('a pool tells what it allows, who can sign in and which role they get', async ({ page, emulator, createPool }) => {
  const pool = await createPool({
    DeveloperProviderName: 'login.members.example',
    SupportedLoginProviders: { 'graph.facebook.com': '1234567890', 'api.twitter.com': 'consumer-key;its-secret' },
    SamlProviderARNs: ['arn:aws:iam::123456789012:saml-provider/Staff'],
  })
  await emulator.client(pool.region).send(
    new SetIdentityPoolRolesCommand({
      IdentityPoolId: pool.id,
      Roles: { authenticated: `${ROLE}/members` },
      RoleMappings: {
        'graph.facebook.com': {
          Type: 'Rules',
          AmbiguousRoleResolution: 'Deny',
          RulesConfiguration: {
            Rules: [{ Claim: 'team', MatchType: 'Equals', Value: 'red', RoleARN: `${ROLE}/red` }],
          },
        },
      },
    }),
  )
  await page.goto(poolPath(pool))
  await expect(page).toHaveTitle(`Overview · ${pool.name} · Lifeguard`)
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  for (const badge of ['us-east-1', 'Guests on', 'Basic flow not set'])
    await expect(page.getByRole('main').getByText(badge, { exact: true })).toBeVisible()
  expect(await copiedWith(page, page.getByRole('button', { name: 'Copy pool ID' }))).toBe(pool.id)
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()

  await expect(page.getByRole('list', { name: 'Sign-in flow as a list' })).toMatchAriaSnapshot(`
    - list:
      - listitem: /^Guests:.*Anyone, without signing in. Guest role, the same for all → No role is set/
      - listitem: /^Facebook:.*1234567890. 1 rule, otherwise deny → red/
      - listitem: /^Twitter:.*consumer-key;•+. Default role, the same for all → members/
      - listitem: /^Staff:.*SAML. Default role, the same for all → members/
      - listitem: /^login.members.example:.*Developer provider. Default role, the same for all → members/
      - listitem: /^No role is set/
      - listitem: /^red:.*By rules:.*arn:aws:iam::123456789012:role\\/red/
      - listitem: /^members:.*Authenticated role:.*arn:aws:iam::123456789012:role\\/members/
      - listitem: /^The whole pool:.*is not set, which is not off/
  `)
  expect(await page.content()).not.toContain('its-secret')
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${identitiesPath(pool)}$`))
  await expect(page.getByRole('link', { name: 'Identities', exact: true })).toHaveAttribute('aria-current', 'page')
})

test('an address that names no pool says so and leads back to the pools', async ({ page }) => {
  await page.goto(`/test/pools/${UNKNOWN_ID}`)
  const failure = failureOf(page, 'This identity pool could not be opened')
  await expect(failure).toContainText('ResourceNotFoundException')
  await expect(failure).toContainText('It may have been deleted meanwhile')
  await expect(page.getByRole('heading', { level: 1, name: 'Identity pool not found' })).toBeAttached()
  const requestId = page.getByRole('definition')
  const first = await requestId.innerText()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(requestId).not.toHaveText(first)
  await expect(failure).toContainText('ResourceNotFoundException')

  await page.goto(`/test/pools/${UNKNOWN_ID}/identities`)
  await expect(failure).toBeVisible()
  await expect(page.getByText('No identities yet')).toHaveCount(0)

  await page.goto(`/test/pools/${UNKNOWN_ID.replace('us-east-1', 'ap-south-1')}`)
  await expect(failure).toContainText('The connection Test does not reach the Region ap-south-1.')

  await page.goto('/test/pools/trailhead%20mobile')
  await expect(page.getByRole('heading', { level: 1, name: 'Not an identity pool ID' })).toBeAttached()
  await expect(page.getByText('"trailhead mobile" is not an identity pool ID')).toBeVisible()
  await expect(page.getByText(/such as us-east-1:[0-9a-f-]{36}\./)).toBeVisible()
  await page.getByRole('link', { name: 'Go to the pools' }).click()
  await expect(page).toHaveURL(/\/test\/pools$/)

  await page.goto(`/nowhere/pools/${UNKNOWN_ID}`)
  await expect(page.getByText('There is no connection "nowhere"')).toBeVisible()
  await page.getByRole('link', { name: 'Go to the first connection' }).click()
  await expect(page).toHaveURL(/\/test\/pools$/)
})

test('a pool that was deleted meanwhile is said to be gone wherever it was open', async ({
  page,
  emulator,
  createPool,
}) => {
  const [listed, opened] = [await createPool(), await createPool()]
  await page.goto(`/test/pools?q=${listed.id}`)
  const link = page.getByRole('link', { name: listed.name })
  await expect(link).toBeVisible()
  await deletePool(emulator, listed)
  await link.click()
  await expect(failureOf(page, 'This identity pool could not be opened')).toContainText('ResourceNotFoundException')

  await page.goto(poolPath(opened))
  await expect(page.getByRole('heading', { level: 1, name: opened.name })).toBeVisible()
  await deletePool(emulator, opened)
  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(failureOf(page, 'The identities could not be read')).toContainText('ResourceNotFoundException')
  await expect(page.getByText('No identities yet')).toHaveCount(0)
  await chooseInMenu(page, 'Delete pool…')
  const dialog = page.getByRole('dialog', { name: `Delete ${opened.name}` })
  await dialog.getByRole('textbox').fill(opened.name)
  await dialog.getByRole('button', { name: 'Delete pool' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The pool was not deleted')
  await expect(dialog.getByRole('alert')).toContainText('ResourceNotFoundException')
})

test('a pool that may not be described still lists its identities', async ({
  page,
  createPool,
  seedIdentities,
  fault,
  clearFaults,
}) => {
  const pool = await createPool()
  const [identityId] = await seedIdentities(pool, { guests: 1 })
  await fault({ operation: 'DescribeIdentityPool', error: 'AccessDeniedException', id: pool.id })
  await fault({ operation: 'GetIdentityPoolRoles', error: 'AccessDeniedException', id: pool.id })
  await page.goto(poolPath(pool))
  const configuration = failureOf(page, "The pool's configuration could not be read")
  await expect(configuration).toContainText('AccessDeniedException')
  await expect(configuration).toContainText('the IAM action cognito-identity:DescribeIdentityPool')
  await expect(failureOf(page, 'The roles could not be read')).toContainText('cognito-identity:GetIdentityPoolRoles')
  await expect(page.getByRole('heading', { level: 1, name: pool.id })).toBeVisible()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const remove = page.getByRole('button', { name: 'Delete pool…' })
  await expect(remove).toBeDisabled()
  await expect(remove).toHaveAccessibleDescription('Its configuration is not read yet.')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Identities', exact: true }).click()
  await expect(page.getByRole('link', { name: identityId })).toBeVisible()
  await page.getByRole('link', { name: 'Access', exact: true }).click()
  await expect(page).toHaveURL(/\/access$/)
  const pulse = page.locator('.animate-pulse')
  await expect(pulse).toHaveCount(0)
  await expect(configuration).toBeVisible()
  await clearFaults()
  const describing = await holdAction(page, pool.id)
  await page.getByRole('button', { name: 'Try again' }).click()
  await describing.held
  await expect(pulse.first()).toBeVisible()
  describing.release()
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  await expect(pulse).toHaveCount(0)
  await expect(configuration).toHaveCount(0)
})
