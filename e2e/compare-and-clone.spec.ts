import {
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  SetIdentityPoolRolesCommand,
  SetPrincipalTagAttributeMapCommand,
} from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectCommand } from './fixtures/cli.ts'
import type { Emulator } from './fixtures/emulator.ts'
import type { Pool } from './fixtures/pools.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'

const ROLE = 'arn:aws:iam::123456789012:role/User'
const GOOGLE = 'accounts.google.com'

async function furnish(emulator: Emulator, { id: IdentityPoolId, region }: Pool) {
  const client = emulator.client(region)
  const Rules = [{ Claim: 'team', MatchType: 'Equals' as const, Value: 'blue', RoleARN: ROLE }]
  const mapping = { Type: 'Rules' as const, AmbiguousRoleResolution: 'Deny' as const, RulesConfiguration: { Rules } }
  const RoleMappings = { [GOOGLE]: mapping }
  await client.send(new SetIdentityPoolRolesCommand({ IdentityPoolId, Roles: { authenticated: ROLE }, RoleMappings }))
  const PrincipalTags = { team: 'custom:team' }
  const map = { IdentityPoolId, IdentityProviderName: GOOGLE, UseDefaults: false, PrincipalTags }
  await client.send(new SetPrincipalTagAttributeMapCommand(map))
}

async function everythingOf(emulator: Emulator, poolId: string) {
  const client = emulator.client(poolId.slice(0, poolId.indexOf(':')))
  const named = { IdentityPoolId: poolId }
  const { IdentityPoolId: _, $metadata: __, ...pool } = await client.send(new DescribeIdentityPoolCommand(named))
  const { Roles, RoleMappings } = await client.send(new GetIdentityPoolRolesCommand(named))
  const { PrincipalTags, UseDefaults } = await client.send(
    new GetPrincipalTagAttributeMapCommand({ ...named, IdentityProviderName: GOOGLE }),
  )
  return { pool, Roles, RoleMappings, PrincipalTags, UseDefaults }
}

/** What a copy of a pool has. */
const copyOf = async (emulator: Emulator, { id, name }: Pool) => {
  const { pool, ...rest } = await everythingOf(emulator, id)
  return { pool: { ...pool, IdentityPoolName: `${name} copy` }, ...rest }
}

const full = {
  SupportedLoginProviders: { [GOOGLE]: 'app', 'api.twitter.com': 'consumer;very-secret' },
  AllowClassicFlow: true,
  IdentityPoolTags: { owner: 'us' },
}

async function openNewPool(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Open the new pool' }).click()
  await expect(page).toHaveURL(/\/pools\/[\w-]+:[0-9a-f-]+$/)
  return decodeURIComponent(page.url().split('/').pop() ?? '')
}

test('an operator clones a pool to another Region, secret and all', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool(full)
  await furnish(emulator, pool)
  await page.goto(`/test/pools/${pool.id}`)
  await chooseInMenu(page, 'Clone pool')
  await expect(page.getByRole('heading', { level: 1, name: 'Clone pool' })).toBeVisible()
  await expect(page.getByText('What is not cloned')).toBeVisible()
  await expectCommand(page, 'create-identity-pool', '${TWITTER_CONSUMER_SECRET:?}')
  await expect(page.getByRole('list', { name: 'New pool' })).toContainText('team Equals blue')
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Region' }).selectOption('eu-west-1')
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByText('Give the secret: it is shown nowhere.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Consumer secret of Twitter' }).fill('very-secret')
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByText('The pool is complete.')).toBeVisible()
  await expectAccessible(page)
  const made = await openNewPool(page)
  expect(made).toMatch(/^eu-west-1:/)
  expect(await everythingOf(emulator, made)).toEqual(await copyOf(emulator, pool))
})

test('a provider whose name is too long for principal tags hides nothing of its pool', async ({ page, createPool }) => {
  const arn = `arn:aws:iam::123456789012:saml-provider/${'Harbour'.repeat(15)}`
  const pools = [await createPool({ SamlProviderARNs: [arn] }), await createPool()]
  await page.goto(`/test/pools/${pools[0]?.id}`)
  await expect(page.getByText('AWS keeps no principal tags for a name this long')).toBeVisible()
  await page.goto(`/test/compare?left=${pools[0]?.id}&right=${pools[1]?.id}`)
  await expect(page.getByRole('table', { name: 'Comparison' })).toContainText(arn)
})

test('a clone that failed in the middle is finished, not made twice', async ({
  page,
  createPool,
  emulator,
  fault,
  expectAccessible,
}) => {
  const pool = await createPool({ name: `Twice ${Date.now()}`, SupportedLoginProviders: { [GOOGLE]: 'app' } })
  await furnish(emulator, pool)
  await page.goto(`/test/clone?pool=${pool.id}`)
  await fault({ operation: 'SetIdentityPoolRoles', error: 'AccessDeniedException', count: 1 })
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByText('The pool was made, but not all of it')).toBeVisible()
  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
  await expect(steps).toHaveText([/: Done$/, /: Failed$/, /: Waiting$/])
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Pools', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
  await page.getByRole('button', { name: 'Finish the pool' }).click()
  await expect(page.getByText('The pool is complete.')).toBeVisible()
  const made = await openNewPool(page)
  expect(await everythingOf(emulator, made)).toEqual(await copyOf(emulator, pool))
  await page.goto(`/test/pools?q=${encodeURIComponent(pool.name)}`)
  await expect(page.getByRole('table', { name: 'Identity pools' }).getByRole('link', { name: pool.name })).toHaveCount(
    2,
  )
})

test('a step that is refused can be left out of a clone', async ({ page, createPool, emulator, fault }) => {
  const pool = await createPool({ SupportedLoginProviders: { [GOOGLE]: 'app' } })
  await furnish(emulator, pool)
  await page.goto(`/test/clone?pool=${pool.id}`)
  await fault({ operation: 'SetIdentityPoolRoles', error: 'InvalidParameterException', count: 1 })
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'InvalidParameterException' })).toBeVisible()
  await page.getByRole('button', { name: 'Finish without this step' }).click()
  await expect(page.getByText('Made without: Roles and role mappings.')).toBeVisible()
  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
  await expect(steps).toHaveText([/: Done$/, /: Left out$/, /: Done$/])
  const made = await everythingOf(emulator, await openNewPool(page))
  expect(made).toEqual({ ...(await copyOf(emulator, pool)), Roles: undefined, RoleMappings: undefined })
})

test('a read-only connection may not take a clone, and says so', async ({ page, createPool }) => {
  const pool = await createPool()
  await page.goto(`/readonly/clone?pool=${pool.id}`)
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeEnabled()
  await expect(page.getByRole('button', { name: 'Create pool' })).toBeDisabled()
  await expect(page.getByText(/read-only/).first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Connection' }).selectOption('Test')
  await expect(page.getByRole('button', { name: 'Create pool' })).toBeEnabled()

  await page.goto('/test/clone')
  await expect(page.getByText('The address names no pool.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Original: pool' }).selectOption(pool.id)
  await expect(page).toHaveURL(/\/test\/clone\?pool=/)
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeEnabled()
})

test('an operator compares two pools of two connections', async ({ page, createPool, emulator, expectAccessible }) => {
  const secret = { SupportedLoginProviders: { 'api.twitter.com': 'consumer;very-secret' } }
  const left = await createPool({ ...secret, AllowClassicFlow: true })
  const right = await createPool({ ...secret, AllowClassicFlow: false })
  await setRole(emulator, right)
  await page.goto(`/test/pools/${left.id}`)
  await chooseInMenu(page, 'Compare with another pool')
  await expect(page.getByText('Choose two pools')).toBeVisible()
  await page.getByRole('combobox', { name: 'Right: connection' }).selectOption('Read only')
  await page.getByRole('combobox', { name: 'Right: pool' }).selectOption(right.name)
  await expect(page.getByRole('status').filter({ hasText: '3 differences' })).toBeVisible()
  await expect(page.getByText('so they are not compared')).toBeVisible()
  const table = page.getByRole('table', { name: 'Comparison' })
  await expect(table.getByRole('row', { name: /^Basic \(classic\) flow/ })).toContainText('OnOff')
  await expect(table.getByRole('row', { name: /^Authenticated role/ })).toContainText(`Not there${ROLE}`)
  await expect(table.getByRole('row', { name: /^Guest access/ })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('radio', { name: /^All/ }).check()
  await expect(table.getByRole('row', { name: /^Guest access/ })).toContainText('OnOn')
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: '3 differences' })).toBeVisible()
  await page.getByRole('button', { name: 'Swap sides' }).click()
  await expect(table.getByRole('row', { name: /^Basic \(classic\) flow/ })).toContainText('OffOn')
})

async function setRole(emulator: Emulator, { id, region }: Pool) {
  const Roles = { authenticated: ROLE }
  await emulator.client(region).send(new SetIdentityPoolRolesCommand({ IdentityPoolId: id, Roles }))
}

test('a side that cannot be read says which', async ({ page, createPool }) => {
  const pool = await createPool()
  const gone = 'us-east-1:00000000-0000-4000-8000-000000000000'
  await page.goto(`/test/compare?left=${pool.id}&right=${gone}`)
  const failure = page.getByRole('alert').filter({ hasText: 'The pool on the right could not be read' })
  await expect(failure).toContainText('ResourceNotFoundException')
})
