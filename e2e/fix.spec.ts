import { expect, test } from './fixtures.ts'
import { roleArn } from './fixtures/iam.ts'
import { poolPath } from './fixtures/paths.ts'
import { everyProvider, googleRules, setRoles } from './fixtures/roles.ts'

test('a fix opens its form at the place, names the finding and what it changed there', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ ...everyProvider, AllowUnauthenticatedIdentities: true })
  const { RoleMappings } = googleRules('red')
  await setRoles(emulator, pool, {
    Roles: { authenticated: roleArn('Same'), unauthenticated: roleArn('Same') },
    RoleMappings: RoleMappings ?? {},
  })
  await page.setViewportSize({ width: 1280, height: 480 })
  await page.goto(poolPath(pool))
  await page.getByRole('link', { name: 'Fix: Guests and signed-in users share a role' }).click()
  const guest = page.getByLabel('Guest role', { exact: true })
  await expect(guest).toBeFocused()
  await expect(guest).toBeInViewport({ ratio: 1 })
  await expect(guest).toHaveValue('')
  const told = page.getByRole('group', { name: 'Finding: Guests and signed-in users share a role' })
  await expect(told).toHaveAccessibleDescription(/The guest role is emptied here: guests get no credentials/)
  await expect(page.getByRole('status').filter({ hasText: '1 unsaved change' })).toContainText(
    'For the finding “Guests and signed-in users share a role”.',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(told).toHaveCount(0)
  await expect(guest).toHaveValue(roleArn('Same'))

  await page.goto(
    `${poolPath(pool)}/access?fix=token-check-off&subject=${everyProvider.CognitoIdentityProviders[1]?.ProviderName}:client2`,
  )
  const check = page
    .getByRole('group', { name: 'User pool 2' })
    .getByRole('checkbox', { name: 'Server-side token check' })
  await expect(check).toBeFocused()
  await expect(check).toBeChecked()
  await expect(check).toBeInViewport()
  await expect(page.getByRole('group', { name: 'Finding: Server-side token check is off' })).toContainText(
    'The server-side token check is turned on here. Nothing is saved yet.',
  )
  await expectAccessible(page)
})

test('the title of a finding leads to its place, where nothing is changed; one that is gone is told', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ ...everyProvider, AllowUnauthenticatedIdentities: true })
  const { Roles, RoleMappings } = googleRules('red', 'green')
  const rules = RoleMappings?.['accounts.google.com']?.RulesConfiguration?.Rules ?? []
  const mapping = RoleMappings?.['accounts.google.com']
  await setRoles(emulator, pool, {
    Roles,
    RoleMappings: {
      'accounts.google.com': {
        ...mapping,
        Type: 'Rules',
        AmbiguousRoleResolution: 'AuthenticatedRole',
        RulesConfiguration: { Rules: rules },
      },
    },
  })
  await page.goto(`/test/findings?q=${pool.id}`)
  await page.getByRole('link', { name: 'Users whom no rule matches get the authenticated role', exact: true }).click()
  await page.getByRole('link', { name: 'Open its place' }).click()
  const otherwise = page.getByRole('group', { name: 'Google accounts.google.com' }).getByLabel('If no rule matches')
  await expect(otherwise).toBeFocused()
  await expect(otherwise).toHaveValue('AuthenticatedRole')
  await expect(page.getByRole('group', { name: /^Finding: Users whom no rule matches/ })).toContainText(
    'Deny users whom no rule matches',
  )
  await expect(page.getByRole('button', { name: 'Review changes' })).toHaveCount(0)

  await page.goto(`${poolPath(pool)}/roles?finding=role-not-found&subject=${roleArn('green')}`)
  await expect(page.getByLabel('Role of rule 2')).toBeFocused()
  await page.getByRole('button', { name: 'Move rule 2 up' }).click()
  await expect(page.getByRole('group', { name: /^Finding:/ })).toHaveCount(0)
  await page.goto(`${poolPath(pool)}/access?fix=retired-provider&subject=www.digits.com`)
  await expect(page.getByText('Finding: A login provider no longer exists')).toBeVisible()
  await expect(page.getByText('it may have been fixed meanwhile')).toBeVisible()
})
