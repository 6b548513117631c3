import { expect, test } from './fixtures.ts'
import { roleArn } from './fixtures/iam.ts'
import { poolPath } from './fixtures/paths.ts'
import { everyProvider, setRoles, USER_POOL } from './fixtures/roles.ts'

const SITES = Array.from({ length: 25 }, (_, index) => ({
  Claim: 'custom:team',
  MatchType: 'Equals' as const,
  Value: `site-${index}`,
  RoleARN: roleArn('FieldSurveyEditor'),
}))

test('the overview draws who can sign in, what decides the role and which it is', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ ...everyProvider, AllowClassicFlow: false })
  await setRoles(emulator, pool, {
    Roles: { authenticated: roleArn('AppUser'), unauthenticated: roleArn('AppGuest') },
    RoleMappings: {
      [`${USER_POOL}:client2`]: {
        Type: 'Rules',
        AmbiguousRoleResolution: 'Deny',
        RulesConfiguration: { Rules: SITES },
      },
    },
  })
  await page.goto(poolPath(pool))
  const flow = page.getByRole('region', { name: 'Sign-in flow' })
  const ways = flow.getByRole('list', { name: 'Ways in' }).getByRole('listitem')
  await expect(ways).toHaveCount(7)
  await expect(ways.filter({ hasText: 'client2' })).toContainText('25 rulesotherwise deny')
  await expect(flow.getByRole('list', { name: 'Roles', exact: true }).getByRole('link')).toContainText([
    'AppGuestGuest role',
    'FieldSurveyEditorBy rules',
    'AppUserAuthenticated role',
  ])
  const facts = flow.getByRole('list', { name: 'Sign-in flow as a list' })
  await expect(facts).toContainText(`By rules: ${roleArn('FieldSurveyEditor')}`)
  await expect(facts).toContainText('25 rules, otherwise deny → FieldSurveyEditor (25 rules)')
  await expect(flow.getByText('site-3')).toHaveCount(0)
  await expectAccessible(page)

  const editable = flow.getByRole('link', { name: /^High: A rule trusts a claim that users can edit/ })
  await expect(editable).toHaveAttribute('href', /fix=editable-claim/)
  await flow.getByRole('button', { name: 'As a list' }).press('Enter')
  await expect(facts).toBeInViewport()

  await page.setViewportSize({ width: 360, height: 740 })
  await expect(ways.filter({ hasText: 'Okta' })).toContainText('→ AppUser')
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(page)

  await flow.getByRole('link', { name: 'Okta SAML' }).press('Enter')
  await expect(page.getByLabel('SAML provider ARN 1')).toBeFocused()
  await page.goBack()
  await flow.getByRole('link', { name: /^FieldSurveyEditor/ }).press('Enter')
  await expect(page.getByLabel('Role of rule 1', { exact: true })).toBeFocused()
  await page.goBack()
  await ways
    .filter({ hasText: 'Google' })
    .getByRole('link', { name: /^Default role/ })
    .press('Enter')
  await expect(page.getByRole('group', { name: 'Google' }).getByLabel('Role selection')).toBeFocused()
  await expect(page.getByText('unsaved change')).toHaveCount(0)
})
