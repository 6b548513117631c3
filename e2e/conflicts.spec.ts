import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bare, describePool, GOOGLE, openAccess, reviewDialog } from './fixtures/access.ts'
import { roleArn } from './fixtures/iam.ts'
import { everyProvider, googleRules, openRoles, openRule, rolesOf, saveRoles, setRoles } from './fixtures/roles.ts'

/** Presses Review and saves, which is refused since somebody else was faster. */
async function meetConflict(page: Page, save: string) {
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = reviewDialog(page)
  await dialog.getByRole('button', { name: save }).click()
  await expect(dialog.getByRole('alert')).toContainText('Somebody changed this meanwhile.')
  await expect(page.locator('[role="dialog"]:focus, [role="dialog"] :focus'), 'the focus stays').toHaveCount(1)
  return dialog
}

test('two people change the roles of a pool, and each thing that both changed is asked about', async ({
  page,
  newBrowser,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules('red', 'green', 'blue'))
  const others = await newBrowser()
  const colleague = await others.newPage()
  await openRoles(page, pool)
  await openRoles(colleague, pool)

  await colleague.getByLabel('Authenticated role').fill(roleArn('Theirs'))
  await openRule(colleague, 1)
  await colleague.getByLabel('Value of rule 1').fill('crimson')
  await openRule(colleague, 3)
  await colleague.getByLabel('Value of rule 3').fill('navy')
  await saveRoles(colleague)
  await others.close()

  await page.getByLabel('Authenticated role').fill(roleArn('Mine'))
  await page.getByLabel('Guest role').fill(roleArn('Guest'))
  await openRule(page, 3)
  await page.getByLabel('Value of rule 3').fill('azure')
  const dialog = await meetConflict(page, 'Save roles')
  await expect(dialog.getByRole('list', { name: 'Their change' })).toContainText('crimson')
  const who = dialog.getByRole('list', { name: 'Who changed it' }).getByRole('listitem')
  await expect(who).toContainText(/^Local operator changed it at .* UTC, (?:just now|\d+ minutes? ago)$/)
  await expect(who.getByRole('link')).toHaveAttribute('href', /^\/audit\/./)
  const role = dialog.getByRole('group', { name: 'Authenticated role' })
  const rule = dialog.getByRole('group', { name: 'Role of Google, rule 3' })
  await expect(role.getByRole('radio', { name: 'Take theirs' })).not.toBeChecked()
  await expect(role.getByRole('radio', { name: 'Keep mine' })).not.toBeChecked()
  await expect(rule).toContainText('team Equals navy')
  await expect(rule).toContainText('team Equals azure')
  const apply = dialog.getByRole('button', { name: 'Apply what I chose' })
  await expect(apply).toBeDisabled()
  await expect(apply).toHaveAccessibleDescription('Choose whose change is to stay, 2 times.')
  await expectAccessible(page)
  await role.getByRole('radio', { name: 'Take theirs' }).check()
  await rule.getByRole('radio', { name: 'Keep mine' }).check()
  await apply.click()
  await expect(dialog.getByRole('region', { name: 'Changed by both' })).toHaveCount(0)
  await expect(dialog.getByRole('list', { name: 'Your change' }).getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Save roles' }).click()
  await expect(dialog).toBeHidden()
  const { RoleMappings } = googleRules('crimson', 'green', 'azure')
  const arns = ['red', 'green', 'blue'].map(roleArn)
  const rules = RoleMappings?.[GOOGLE]?.RulesConfiguration?.Rules?.map((one, at) => ({ ...one, RoleARN: arns[at] }))
  expect(await rolesOf(emulator, pool)).toEqual({
    Roles: { authenticated: roleArn('Theirs'), unauthenticated: roleArn('Guest') },
    RoleMappings: { [GOOGLE]: { ...RoleMappings?.[GOOGLE], RulesConfiguration: { Rules: rules } } },
  })
})

test('two people change the access of a pool, and whoever takes all of the other’s has nothing left to save', async ({
  page,
  newBrowser,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ ...bare, SupportedLoginProviders: { [GOOGLE]: 'before' } })
  const others = await newBrowser()
  const colleague = await others.newPage()
  for (const [one, name, app] of [
    [page, 'Mine', 'mine'],
    [colleague, 'Theirs', 'theirs'],
  ] as const) {
    await openAccess(one, pool)
    await one.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await one.getByRole('textbox', { name: 'Google client ID' }).fill(app)
  }
  await colleague.getByRole('button', { name: 'Review changes' }).click()
  await reviewDialog(colleague).getByRole('button', { name: 'Save changes' }).click()
  await expect(reviewDialog(colleague)).toBeHidden()
  await others.close()

  const dialog = await meetConflict(page, 'Save changes')
  await expect(dialog.getByRole('region', { name: 'Changed by both' }).getByRole('group')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Back to the form' }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Mine')
  await expect(page.getByText('Somebody else changed this meanwhile')).toBeVisible()
  await page.getByRole('button', { name: 'Review changes' }).click()
  await dialog.getByRole('button', { name: 'Take all of theirs' }).click()
  await dialog.getByRole('button', { name: 'Apply what I chose' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Nothing of yours is left to save')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Theirs')
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeHidden()
  expect(await describePool(emulator, pool)).toMatchObject({
    IdentityPoolName: 'Theirs',
    SupportedLoginProviders: { [GOOGLE]: 'theirs' },
  })
})
