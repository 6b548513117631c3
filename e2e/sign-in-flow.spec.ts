import { expect, test } from './fixtures.ts'
import { bare } from './fixtures/access.ts'
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
  await expect(ways).toHaveCount(0)
  await expectAccessible(page)
  await flow.getByRole('button', { name: 'As a picture' }).press('Enter')
  await expect(ways).toHaveCount(7)

  await page.setViewportSize({ width: 360, height: 740 })
  await expect(ways.filter({ hasText: 'Okta' })).toContainText('→ AppUser')
  const userPool = ways
    .filter({ hasText: 'client2' })
    .getByText(/us-east-1_AbCdEf123/)
    .first()
  expect(await userPool.evaluate((element) => element.getClientRects().length)).toBe(1)
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

test('a pool without login providers says so and leads to Access', async ({ page, createPool }) => {
  const pool = await createPool(bare)
  await page.goto(`${poolPath(pool)}/roles`)
  await expect(page.getByRole('main').getByRole('link', { name: 'Open Access' })).toBeVisible()
  await page.goto(poolPath(pool))
  const flow = page.getByRole('region', { name: 'Sign-in flow' })
  await expect(flow).toContainText('This pool has no login providers: nobody gets in.')
  await flow.getByRole('link', { name: 'Set them in Access' }).press('Enter')
  await expect(page).toHaveURL(/\/access$/)
})

test('of many ways those with findings are drawn first, and findings of one kind are one line', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const clients = Array.from({ length: 14 }, (_, index) => ({
    ProviderName: USER_POOL,
    ClientId: `client${index}`,
    ServerSideTokenCheck: false,
  }))
  const pool = await createPool({ ...everyProvider, CognitoIdentityProviders: clients })
  await setRoles(emulator, pool, {
    Roles: { authenticated: roleArn('AppUser'), unauthenticated: roleArn('AppGuest') },
    RoleMappings: {
      'accounts.google.com': {
        Type: 'Rules',
        AmbiguousRoleResolution: 'Deny',
        RulesConfiguration: { Rules: SITES },
      },
    },
  })
  await page.goto(poolPath(pool))
  const flow = page.getByRole('region', { name: 'Sign-in flow' })
  const ways = flow.getByRole('list', { name: 'Ways in' }).getByRole('listitem')
  await expect(ways).toHaveCount(12)
  await expect(ways.nth(1)).toContainText('Google')
  const more = flow.getByRole('button', { name: 'Show 7 more ways in (4 with a Medium finding)' })
  // Until the page is alive a press of it does nothing.
  await expect(async () => {
    await more.click({ timeout: 1_000 })
    await expect(ways).toHaveCount(19, { timeout: 1_000 })
  }).toPass()

  const findings = page.getByRole('list', { name: 'Findings', exact: true })
  const kind = findings.getByText('Server-side token check is off, 14 findings')
  const each = findings.getByRole('list', { name: 'Server-side token check is off' }).getByRole('listitem')
  await expect(each).toHaveCount(0)
  await kind.click()
  await expect(each).toHaveCount(14)
  await expectAccessible(page)
})
