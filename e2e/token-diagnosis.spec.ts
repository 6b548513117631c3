import { expect, test } from './fixtures.ts'
import { describePool, reviewDialog } from './fixtures/access.ts'
import { callOf, openAccessTest, ROLES, runAccessTest } from './fixtures/access-test.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import { roleArn, startIam, trustFor } from './fixtures/iam.ts'
import { jwt } from './fixtures/jwt.ts'
import { setRoles, USER_POOL } from './fixtures/roles.ts'

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600
const idToken = (claims = {}) =>
  jwt({ iss: `https://${USER_POOL}`, sub: 'u-1', aud: 'other9', token_use: 'id', exp: inAnHour(), ...claims })

test('a token of another app client is told with its values, added to the pool, and used again without being shown', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({
    SupportedLoginProviders: undefined,
    CognitoIdentityProviders: [{ ProviderName: USER_POOL, ClientId: 'web1' }],
  })
  await setRoles(emulator, pool, { Roles: ROLES })
  await page.setViewportSize({ width: 360, height: 800 })
  await openAccessTest(page, pool)
  await page.getByText('A login', { exact: true }).click()
  const token = idToken()
  const [, payload = ''] = token.split('.')
  const box = page.getByRole('textbox', { name: /^Token of User pool/ })
  await box.fill(token)
  await expect(
    page
      .getByRole('form', { name: 'Access test' })
      .getByText('the token is for other9; of this provider the pool takes tokens for web1 only'),
  ).toBeVisible()
  const forecast = page.getByRole('region', { name: 'Forecast' })
  const words = 'NotAuthorizedException: Token is not from a supported provider of this identity pool.'
  await expect(forecast).toContainText(words)
  await expectAccessible(page)
  await runAccessTest(page, 'Finished: 0 answered, 1 refused.')
  await expect(callOf(page, 'Identity').getByText('Refused, as foretold')).toBeVisible()
  await expect(forecast).toContainText(words)
  await expect(box).toHaveValue('')
  expect(await page.content()).not.toContain(payload)
  await expect(page.getByText('The token of the last test is used again')).toBeVisible()
  await runAccessTest(page, 'Finished: 0 answered, 1 refused.')
  await page.getByRole('button', { name: 'Forget the token' }).click()
  await expect(page.getByText('The service will refuse this token')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Run test' })).toBeDisabled()

  await box.fill(token)
  await page.getByRole('link', { name: 'Add this app client' }).click()
  await expect(page.getByRole('group', { name: /^Finding: A token of an app client/ })).toContainText(
    'The app client is added here, with the server-side token check on. Nothing is saved yet.',
  )
  await page.getByRole('button', { name: 'Review changes' }).click()
  await reviewDialog(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(reviewDialog(page)).toBeHidden()
  expect((await describePool(emulator, pool)).CognitoIdentityProviders).toMatchObject([
    { ClientId: 'web1' },
    { ProviderName: USER_POOL, ClientId: 'other9' },
  ])
  await openAccessTest(page, pool)
  await page.getByText('A login', { exact: true }).click()
  await box.fill(token)
  await expect(page.getByText('web1, other9')).toBeVisible()
  await expect(page.getByText('The service will refuse this token')).toHaveCount(0)
})

test('what an app said of an error is explained, and a pool that is nearly right is found', async ({
  page,
  createPool,
}) => {
  const pool = await createPool({
    SupportedLoginProviders: undefined,
    OpenIdConnectProviderARNs: ['arn:aws:iam::123456789012:oidc-provider/tenant.eu.auth0.com'],
  })
  await page.goto('/test/find')
  const box = page.getByRole('textbox', { name: 'Who is it?' })
  await box.fill("Error: NotAuthorizedException: Invalid login token. Issuer doesn't match providerName")
  await box.press('Enter')
  await expect(page.getByText("Invalid login token. Issuer doesn't match providerName").first()).toBeVisible()
  await expect(page.getByText('The token is of another provider than the one chosen.')).toBeVisible()
  await box.fill(jwt({ iss: 'https://tenant.eu.auth0.com/', sub: 'a', aud: 'x', exp: inAnHour() }))
  await box.press('Enter')
  const near = page
    .getByRole('region', { name: 'Pools that take it' })
    .getByRole('listitem')
    .filter({ hasText: pool.name })
  await expect(near.first()).toContainText('Nearly names this provider')
  await expect(near.first()).toContainText('the difference is a slash at its end')
})

test('the right trust policy is copied beside the present one, whose wrong line is marked', async ({
  page,
  emulator,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool()
  const iam = await startIam({
    User: trustFor('us-east-1:00000000-0000-4000-8000-000000000001', 'authenticated'),
    Guest: trustFor(pool.id, 'unauthenticated'),
  })
  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('User'), unauthenticated: roleArn('Guest') } })
  const reading = await startConsole({ env: { AWS_ENDPOINT_URL_IAM: iam.url } })
  await page.goto(`${reading.url}/test/pools/${pool.id}`)
  const finding = page
    .getByRole('list', { name: 'Findings', exact: true })
    .getByRole('listitem')
    .filter({ hasText: 'A role does not trust the pool' })
  await finding.getByText('Why it matters and what to do').click()
  await finding.getByRole('button', { name: 'Show the right trust policy' }).click()
  const wrong = finding
    .getByRole('list', { name: 'The present trust policy' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('strong') })
  await expect(wrong).toHaveCount(1)
  await expect(wrong).toContainText('It does not trust this pool: its aud condition names others.')
  await expectAccessible(page)
  const copied = await copiedWith(page, finding.getByRole('button', { name: 'Copy trust policy for signed-in users' }))
  expect(JSON.parse(copied)).toMatchObject({
    Statement: [{ Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': pool.id } } }],
  })
  await finding.getByText('Terraform', { exact: true }).click()
  await expect(finding.getByRole('group', { name: 'trust policy for signed-in users', exact: true })).toContainText(
    'resource "aws_iam_role"',
  )
  await iam.stop()
})
