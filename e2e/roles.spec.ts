import { expect, test } from './fixtures.ts'
import { audited } from './fixtures/audit-log.ts'
import { roleArn } from './fixtures/iam.ts'
import {
  everyProvider,
  googleRules,
  openRoles,
  openRule,
  rolesOf,
  SAML,
  saveRoles,
  setRoles,
  USER_POOL,
} from './fixtures/roles.ts'

test('an admin sets every field of the roles and clears them again', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool(everyProvider)
  await openRoles(page, pool)
  await page.getByLabel('Authenticated role').fill(roleArn('User'))
  await page.getByLabel('Guest role').fill(roleArn('Guest'))
  const client = page.getByRole('group', { name: 'app client client2' })
  await client.getByLabel('Role selection').selectOption('Choose role from token')
  await client.getByLabel('If the token does not decide').selectOption('Use the authenticated role')
  const saml = page.getByRole('group', { name: 'SAML Okta' })
  await expect(saml.getByRole('option', { name: 'Choose role from token' })).toHaveCount(0)
  await saml.getByLabel('Role selection').selectOption('Choose role with rules')
  await expect(saml.getByLabel('If no rule matches')).toHaveValue('Deny')
  await saml.getByRole('button', { name: 'Add rule' }).click()
  await saml.getByLabel('Claim of rule 1').fill('https://example.com/groups')
  await saml.getByLabel('Match type of rule 1').selectOption('contains')
  await saml.getByLabel('Value of rule 1').fill('staff "ü"')
  await saml.getByLabel('Role of rule 1').fill(roleArn('path/Staff'))
  await saml.getByRole('button', { name: 'Duplicate rule 1' }).click()
  await expect(saml.getByLabel('Claim of rule 2')).toBeFocused()
  await saml.getByLabel('Match type of rule 2').selectOption('does not equal')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('list', { name: 'Your change' })).toContainText(roleArn('path/Staff'))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await saveRoles(page)
  const rule = { Claim: 'https://example.com/groups', Value: 'staff "ü"', RoleARN: roleArn('path/Staff') }
  expect(await rolesOf(emulator, pool)).toEqual({
    Roles: { authenticated: roleArn('User'), unauthenticated: roleArn('Guest') },
    RoleMappings: {
      [`${USER_POOL}:client2`]: { Type: 'Token', AmbiguousRoleResolution: 'AuthenticatedRole' },
      [SAML]: {
        Type: 'Rules',
        AmbiguousRoleResolution: 'Deny',
        RulesConfiguration: {
          Rules: [
            { ...rule, MatchType: 'Contains' },
            { ...rule, MatchType: 'NotEqual' },
          ],
        },
      },
    },
  })

  await page.reload()
  await openRule(saml, 2)
  await expect(saml.getByLabel('Value of rule 2')).toHaveValue('staff "ü"')
  await page.getByLabel('Authenticated role').fill('')
  await page.getByLabel('Guest role').fill('')
  await client.getByLabel('Role selection').selectOption('Use default role')
  await saml.getByLabel('Role selection').selectOption('Use default role')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('dialog')).toContainText('Guests get no credentials.')
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await saveRoles(page)
  expect(await rolesOf(emulator, pool)).toEqual({ Roles: {}, RoleMappings: {} })
})

test('each mistake is told at its field, and nothing is sent', async ({ page, console, emulator, createPool }) => {
  const pool = await createPool(everyProvider)
  await openRoles(page, pool)
  await page.getByLabel('Authenticated role').fill('User')
  const google = page.getByRole('group', { name: 'Google' })
  await google.getByLabel('Role selection').selectOption('Choose role with rules')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByLabel('Authenticated role')).toBeFocused()
  await expect(page.getByLabel('Authenticated role')).toHaveAccessibleDescription(/This is no role ARN/)
  await expect(google.getByRole('alert')).toHaveText('Add a rule, or use the default role.')
  await page.getByLabel('Authenticated role').fill(roleArn('User'))
  await google.getByRole('button', { name: 'Add rule' }).click()
  await expect(google.getByRole('alert')).toBeHidden()
  await expect(google.getByLabel('Claim of rule 1')).toBeFocused()
  for (const field of ['Claim', 'Value', 'Role'])
    await expect(google.getByLabel(`${field} of rule 1`)).not.toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(google.getByLabel('Claim of rule 1')).toBeFocused()
  await expect(google.getByLabel('Claim of rule 1')).toHaveAccessibleDescription('Name a claim.')
  await expect(google.getByLabel('Value of rule 1')).toHaveAccessibleDescription('Give a value.')
  await expect(google.getByLabel('Role of rule 1')).toHaveAccessibleDescription(/This is no role ARN/)
  await google.getByLabel('Claim of rule 1').fill('two words')
  await expect(google.getByLabel('Claim of rule 1')).toHaveAccessibleDescription(
    'A claim has no spaces or control characters.',
  )
  await google.getByLabel('Claim of rule 1').fill('x'.repeat(65))
  await expect(google.getByLabel('Claim of rule 1')).toHaveAccessibleDescription(
    "A claim's name has at most 64 characters.",
  )
  await google.getByLabel('Value of rule 1').fill('x'.repeat(129))
  await expect(google.getByLabel('Value of rule 1')).toHaveAccessibleDescription('A value has at most 128 characters.')
  await page.getByRole('button', { name: 'Review changes' }).click()
  await expect(google.getByLabel('Claim of rule 1')).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await google.getByRole('button', { name: 'Delete rule 1' }).click()
  await google.getByLabel('Role selection').selectOption('Use default role')
  await saveRoles(page)
  expect(await rolesOf(emulator, pool)).toEqual({ Roles: { authenticated: roleArn('User') }, RoleMappings: {} })
  expect(await audited(console, pool.id)).toEqual(['SetIdentityPoolRoles succeeded'])
})

test('a change made meanwhile is shown, and the own one applied on top of it', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules('red'))
  await openRoles(page, pool)
  await page.getByLabel('Guest role').fill(roleArn('Mine'))
  const theirs = googleRules('red', 'green')
  await setRoles(emulator, pool, { ...theirs, Roles: { authenticated: roleArn('Theirs') } })
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Review changes' })
  await dialog.getByRole('button', { name: 'Save roles' }).click()
  await expect(dialog.getByText('Somebody changed this meanwhile.')).toBeVisible()
  await expect(dialog.getByRole('list', { name: 'Their change' })).toContainText(roleArn('Theirs'))
  expect((await rolesOf(emulator, pool)).Roles).toEqual({ authenticated: roleArn('Theirs') })
  await dialog.getByRole('button', { name: 'Reapply my changes' }).click()
  await expect(dialog.getByRole('list', { name: 'Their change' })).toHaveCount(0)
  await expect(dialog.getByRole('list', { name: 'Your change' }).getByRole('listitem')).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Save roles' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Authenticated role')).toHaveValue(roleArn('Theirs'))
  expect(await rolesOf(emulator, pool)).toEqual({
    ...theirs,
    Roles: { authenticated: roleArn('Theirs'), unauthenticated: roleArn('Mine') },
  })
})

test('a form without changes says that somebody changed the roles meanwhile', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool(everyProvider)
  await openRoles(page, pool)
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page).toHaveURL(new RegExp(`/pools/${pool.id}$`))
  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('Theirs') } })
  await page.getByRole('link', { name: 'Roles', exact: true }).click()
  await expect(page.getByText('This form still shows what was there before.')).toBeVisible()
  await expect(page.getByLabel('Authenticated role')).toHaveValue('')
  await page.getByRole('button', { name: 'Show what is there now' }).click()
  await expect(page.getByLabel('Authenticated role')).toHaveValue(roleArn('Theirs'))
  await expect(page.getByText('Changed meanwhile')).toBeHidden()
})

test('a refused save keeps what was typed', async ({ page, emulator, createPool, fault, clearFaults }) => {
  const pool = await createPool(everyProvider)
  await openRoles(page, pool)
  await page.getByLabel('Guest role').fill(roleArn('Mine'))
  await fault({ operation: 'SetIdentityPoolRoles', error: 'AccessDeniedException', id: pool.id })
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Review changes' })
  await dialog.getByRole('button', { name: 'Save roles' }).click()
  await expect(dialog.getByText('AWS refused SetIdentityPoolRoles')).toBeVisible()
  await dialog.getByRole('button', { name: 'Back to the form' }).click()
  await expect(page.getByLabel('Guest role')).toHaveValue(roleArn('Mine'))
  await clearFaults()
  await saveRoles(page)
  expect((await rolesOf(emulator, pool)).Roles).toEqual({ unauthenticated: roleArn('Mine') })
})

test('leaving with unsaved roles asks, and discarding brings the saved ones back', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules('red'))
  await openRoles(page, pool)
  await openRule(page, 1)
  await page.getByLabel('Value of rule 1').fill('green')
  await page.getByRole('link', { name: 'Overview' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByLabel('Value of rule 1')).toHaveValue('red')
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page).toHaveURL(new RegExp(`/pools/${pool.id}$`))
})

test('a viewer tries the simulator but is told why nothing can be saved', async ({
  page,
  createPool,
  startConsole,
}) => {
  const pool = await createPool(everyProvider)
  const viewing = await startConsole({ role: 'viewer' })
  await openRoles(page, pool, viewing.url)
  await page.getByLabel('Guest role').fill(roleArn('Guest'))
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled()
  await expect(page.getByRole('form', { name: 'Roles' })).toHaveAccessibleDescription(
    /not save them.*Your role, viewer, may not do this; the role admin may\./s,
  )
})

test('roles that cannot be read say so, and a retry brings them', async ({ page, createPool, fault, clearFaults }) => {
  const pool = await createPool(everyProvider)
  await fault({ operation: 'GetIdentityPoolRoles', error: 'AccessDeniedException', id: pool.id })
  await page.goto(`/test/pools/${pool.id}/roles`)
  await expect(page.getByText('The roles could not be read')).toBeVisible()
  await clearFaults()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('Authenticated role')).toBeVisible()
})
