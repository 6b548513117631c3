import { DescribeIdentityCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { callOf, copiedExports, openAccessTest, ROLES, runAccessTest } from './fixtures/access-test.ts'
import { closeReport, dialogOf, expectSaid } from './fixtures/deletion.ts'
import { jwt } from './fixtures/jwt.ts'
import { listIdentities } from './fixtures/list-identities.ts'
import { linkUsers } from './fixtures/people.ts'
import { googleRules, setRoles } from './fixtures/roles.ts'

const PROVIDER = 'login.members.example'
const GOOGLE = 'accounts.google.com'
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600
const google = (claims = {}) => jwt({ iss: `https://${GOOGLE}`, sub: 'g-1', aud: 'app', exp: inAnHour(), ...claims })

test('an operator without a mouse gets credentials as a guest, and deletes what the test made', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: true })
  await setRoles(emulator, pool, { Roles: ROLES })
  await page.goto(`/test/pools/${pool.id}`)
  await page.getByRole('link', { name: 'Access test' }).click()
  const forecast = page.getByRole('region', { name: 'Forecast' })
  await expect(forecast.getByText(ROLES.unauthenticated)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'A guest' }).focus()
  for (const target of [
    page.getByRole('textbox', { name: 'Identity ID' }),
    page.getByRole('checkbox', { name: 'OpenID token' }),
    page.getByRole('checkbox', { name: 'Credentials' }),
    page.getByRole('button', { name: 'Run test' }),
  ]) {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText('Finished: 3 answered.')).toBeVisible()

  const identity = callOf(page, 'Identity')
  await expect(identity.getByText('New: this test made it')).toBeVisible()
  const identityId = (await identity.getByRole('link').textContent()) ?? ''
  await expect(callOf(page, 'OpenID token').getByText('unauthenticated', { exact: true })).toBeVisible()
  await expect(callOf(page, 'OpenID token').getByText(identityId, { exact: true })).toBeVisible()
  const credentials = callOf(page, 'Credentials')
  await expect(credentials.getByText(ROLES.unauthenticated)).toBeVisible()
  await expect(credentials.getByText('As forecast')).toBeVisible()

  const { AWS_SECRET_ACCESS_KEY: secret = '', AWS_REGION, ...others } = await copiedExports(page)
  expect(AWS_REGION).toBe('us-east-1')
  expect(Object.keys(others)).toEqual(['AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN'])
  expect(secret).toHaveLength(40)
  expect(await page.content()).not.toContain(secret)
  await credentials.getByRole('button', { name: 'Show secret access key' }).press('Enter')
  await expect(credentials.getByText(secret)).toBeVisible()
  await expectAccessible(page)
  await credentials.getByRole('button', { name: 'Hide secret access key' }).press('Enter')
  await expect(credentials.getByText(secret)).toHaveCount(0)

  await page.getByRole('button', { name: 'Delete the identity this test made' }).press('Enter')
  await dialogOf(page).getByRole('button', { name: 'Delete 1 identity', exact: true }).press('Enter')
  await expectSaid(page, 'Deleted 1 identity.')
  await closeReport(page)
  await expect(page.getByText('The identity that this test made is deleted.')).toBeVisible()
  await expect(
    emulator.client(pool.region).send(new DescribeIdentityCommand({ IdentityId: identityId })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' })

  await page.getByRole('link', { name: 'Roles', exact: true }).click()
  await expect(page.getByLabel('Authenticated role', { exact: true })).toBeEnabled()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Run test' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Result' })).toHaveCount(0)
})

test('a login’s token is judged before the call, and what comes back is held against the forecast', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ SupportedLoginProviders: { [GOOGLE]: 'app' } })
  await setRoles(emulator, pool, googleRules('blue', 'green'))
  await openAccessTest(page, pool)
  await page.getByText('A login', { exact: true }).click()
  const box = page.getByRole('textbox', { name: 'Token of Google' })
  await page.getByRole('checkbox', { name: 'OpenID token', checked: false }).check()
  for (const [claims, problem] of [
    [{ exp: 1_700_000_000 }, /^Expired on 2023-11-14/],
    [{ iss: 'https://elsewhere.example' }, /^Wrong issuer/],
    [{ aud: 'another' }, /^Wrong audience/],
  ] as const) {
    await box.fill(google(claims))
    await expect(page.getByText(problem)).toBeVisible()
  }
  await runAccessTest(page, 'Finished: 0 answered, 1 refused.')
  await expect(box).toHaveValue('')
  await expect(callOf(page, 'Identity').getByText('Compare its audience with the app IDs')).toBeVisible()
  await expect(callOf(page, 'Identity').getByRole('link', { name: 'Open Access' })).toBeVisible()

  await box.fill(google({ team: 'green' }))
  await expect(page.getByText('Rule 2 is the first that matches.')).toBeVisible()
  await expect(page.getByText('The service will refuse this token')).toHaveCount(0)
  await runAccessTest(page, 'Finished: 2 answered, 1 refused.')
  await expect(callOf(page, 'OpenID token').getByText(/^A pool with role mappings answers/)).toBeVisible()
  await expect(callOf(page, 'OpenID token').getByText('Refused, as foretold')).toBeVisible()
  await expect(callOf(page, 'OpenID token')).toContainText(/GetOpenIdToken.*\d+ ms.*Foretold: a refusal of the basic/)
  await expect(callOf(page, 'Credentials').getByText('As forecast')).toBeVisible()
  await expect(callOf(page, 'Credentials')).toContainText('Foretold: the role green')

  await setRoles(emulator, pool, { Roles: ROLES })
  await box.fill(google({ team: 'green' }))
  await runAccessTest(page, 'Finished: 3 answered.')
  await expect(callOf(page, 'Credentials').getByText('Not as forecast')).toBeVisible()
  await expect(callOf(page, 'Credentials').getByText(ROLES.authenticated)).toBeVisible()
})

test('a developer user’s identity is told apart from one that the test made', async ({
  page,
  emulator,
  createPool,
}) => {
  const pool = await createPool({ DeveloperProviderName: PROVIDER, AllowUnauthenticatedIdentities: false })
  const ada = await linkUsers(emulator, pool, { users: ['ada'] })
  await openAccessTest(page, pool)
  await page.getByText('A guest', { exact: true }).click()
  await expect(page.getByRole('region', { name: 'Forecast' }).getByText('Not reached')).toBeVisible()
  for (const name of ['OpenID token', 'Credentials'])
    await expect(page.getByRole('checkbox', { name })).not.toBeChecked()
  await runAccessTest(page, 'Finished: 0 answered, 1 refused.')
  await expect(callOf(page, 'Identity').getByText('Guest access is off in this pool.')).toBeVisible()

  await page.getByText('A developer user', { exact: true }).click()
  const user = page.getByRole('textbox', { name: 'Developer user identifier' })
  await user.fill('user=ada')
  await page.getByRole('button', { name: 'Sign in as ada' }).click()
  await expect(user).toHaveValue('ada')
  await runAccessTest(page, 'Finished: 2 answered, 1 refused.')
  await expect(callOf(page, 'Identity').getByRole('link', { name: ada })).toBeVisible()
  await expect(page.getByText('Nothing to clean up')).toBeVisible()
  await expect(callOf(page, 'Credentials').getByText('Either no role is set')).toBeVisible()
  await expect(callOf(page, 'Credentials').getByRole('link', { name: 'Open Roles' })).toBeVisible()

  await user.fill('bob')
  await runAccessTest(page, 'Finished: 2 answered, 1 refused.')
  await expect(callOf(page, 'Identity').getByText('New: this test made it')).toBeVisible()
  await expect(callOf(page, 'OpenID token').getByRole('definition').getByText(`${pool.id}:bob`)).toBeVisible()
  await expect(callOf(page, 'Credentials').getByText('Either no role is set')).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')))
  await expect(page.getByRole('region', { name: 'Result' })).toHaveCount(0)
})

test('an answer that never came, and one that nothing proves, offer no deletion', async ({
  page,
  emulator,
  createPool,
  fault,
  clearFaults,
}) => {
  const pool = await createPool()
  await openAccessTest(page, pool)
  await fault({ operation: 'GetId', error: 'Disconnect', when: 'after', id: pool.id, count: 1 })
  await runAccessTest(page, 'Finished: 0 answered, 1 refused.')
  await expect(page.getByText('An identity may have been made')).toBeVisible()
  expect(await listIdentities(emulator, pool)).toHaveLength(1)
  await clearFaults()
  await fault({ operation: 'DescribeIdentity', error: 'AccessDeniedException' })
  await page.getByText('A login', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Token of Facebook' }).fill('an-opaque-token')
  await page.getByRole('checkbox', { name: 'OpenID token' }).uncheck()
  await page.getByRole('checkbox', { name: 'Credentials' }).uncheck()
  await runAccessTest(page, 'Finished: 1 answered.')
  await expect(page.getByText('New or existing: not proven')).toBeVisible()
  await expect(page.getByText('Not offered for deletion')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete the identity this test made' })).toHaveCount(0)
})

test('the test of an identity leads from its page, and whoever may not test is told why', async ({
  page,
  createPool,
  seedIdentities,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool()
  const [guest = ''] = await seedIdentities(pool, { guests: 1 })
  await page.goto(`/test/identities/${guest}?pool=${pool.id}`)
  await page.getByRole('link', { name: 'Test access' }).click()
  await expect(page.getByRole('textbox', { name: 'Identity ID' })).toHaveValue(guest)
  await page.getByText('A login', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Token of Facebook' }).fill('an-opaque-token')
  await runAccessTest(page, 'Finished: 1 answered, 2 refused.')
  await expect(callOf(page, 'OpenID token').getByText(/^This identity is a guest: with a login/)).toBeVisible()
  await expect(callOf(page, 'Credentials').getByText(/^This identity is a guest: with a login/)).toBeVisible()

  await page.goto(`/readonly/pools/${pool.id}/access-test`)
  await expect(page.getByText('The connection Read only is read-only.').filter({ visible: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run test' })).toBeDisabled()
  const { url } = await startConsole({ role: 'support' })
  await page.goto(`${url}/test/pools/${pool.id}/access-test`)
  await expect(
    page.getByText('Your role, support, may not do this; the role admin may.').filter({ visible: true }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run test' })).toBeDisabled()
  await expectAccessible(page)
})
