import { UpdateIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { describePool, reviewDialog } from './fixtures/access.ts'
import { roleArn } from './fixtures/iam.ts'
import { googleRules, openRoles, rolesOf, saveRoles, setRoles } from './fixtures/roles.ts'

test('a mapping whose provider is gone is found, keeps roles from being saved, and is removed on request', async ({
  page,
  emulator,
  createPool,
}) => {
  const providers = { 'accounts.google.com': 'google-app', 'www.amazon.com': 'amazon-app' }
  const pool = await createPool({ SupportedLoginProviders: providers })
  const gone = { 'www.amazon.com': { Type: 'Token' as const, AmbiguousRoleResolution: 'Deny' as const } }
  const { Roles, RoleMappings } = googleRules('red')
  await setRoles(emulator, pool, { Roles, RoleMappings: { ...RoleMappings, ...gone } })
  const { IdentityPoolTags: _, ...description } = await describePool(emulator, pool)
  const { 'www.amazon.com': __, ...left } = providers
  await emulator
    .client(pool.region)
    .send(new UpdateIdentityPoolCommand({ ...description, SupportedLoginProviders: left }))
  await openRoles(page, pool)
  const amazon = page.getByRole('group', { name: 'Amazon' })
  await expect(amazon.getByText('No login provider of this pool')).toBeVisible()
  await page.getByLabel('Guest role').fill(roleArn('Guest'))
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await dialog.getByRole('button', { name: 'Save roles' }).click()
  await expect(dialog.getByRole('alert')).toContainText('(www.amazon.com) is not a valid RoleMapping ProviderName')
  await expect(dialog.getByRole('alert')).toContainText('Choose “Remove this mapping”')
  await dialog.getByRole('button', { name: 'Back to the form' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()

  await page.goto(`/test/pools/${pool.id}`)
  await page.getByRole('link', { name: /^Fix: A role mapping is of a provider that the pool does not have/ }).click()
  await expect(page.getByText('The mapping is removed here. Nothing is saved yet.')).toBeVisible()
  await saveRoles(page)
  expect((await rolesOf(emulator, pool)).RoleMappings).toEqual(RoleMappings)
  await expect(amazon).toBeHidden()
})
