import { expect, test } from './fixtures.ts'
import { roleArn, startIam, trustFor } from './fixtures/iam.ts'
import { everyProvider, googleRules, openRoles, rolesOf, saveRoles, setRoles, USER_POOL } from './fixtures/roles.ts'

test('the simulator judges the form before and after saving', async ({ page, emulator, createPool }) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, googleRules('red', 'green', 'blue'))
  await openRoles(page, pool)
  const simulator = page.getByRole('region', { name: 'Simulator' })
  const result = simulator.getByRole('status', { name: 'Resulting role' })
  const verdicts = simulator.getByRole('list', { name: 'Verdict of each rule' }).getByRole('listitem')
  await simulator.getByLabel('Who signs in').selectOption('Google')
  await simulator.getByLabel('Claims or ID token').fill('{ "team": "green" }')
  await expect(result).toContainText(roleArn('green'))
  await expect(verdicts).toContainText(['Not matched', 'Matched', 'Not reached'])
  await result.getByRole('button', { name: 'Rule 2' }).click()
  await expect(page.getByLabel('Claim of rule 2')).toBeFocused()
  await verdicts.nth(2).getByRole('button', { name: 'Rule 3' }).press('Enter')
  await expect(page.getByLabel('Claim of rule 3')).toBeFocused()
  await simulator.getByLabel('Custom role ARN').fill(roleArn('blue'))
  await expect(result).toContainText(
    'NotAuthorizedException: The ambiguous role mapping rules for: accounts.google.com denied this request.',
  )
  await simulator.getByLabel('Custom role ARN').fill('')
  await expect(result).toContainText(roleArn('green'))

  await page.getByLabel('Value of rule 2').fill('yellow')
  await expect(result).toContainText('denied this request.')
  await page.getByLabel('If no rule matches').selectOption('Use the authenticated role')
  await expect(result).toContainText(roleArn('User'))
  await saveRoles(page)
  await expect(result).toContainText(roleArn('User'))
  const { RoleMappings } = await rolesOf(emulator, pool)
  expect(RoleMappings['accounts.google.com']?.AmbiguousRoleResolution).toBe('AuthenticatedRole')

  await simulator.getByLabel('Claims or ID token').fill('{ "team"')
  await expect(simulator.getByLabel('Claims or ID token')).toHaveAccessibleDescription(
    /neither a JSON object of claims/,
  )
  await expect(result).toBeHidden()
  await simulator.getByLabel('Who signs in').selectOption('A guest')
  await expect(result).toContainText('InvalidIdentityPoolConfigurationException')
  await page.getByLabel('Guest role').fill(roleArn('Guest'))
  await expect(result).toContainText(roleArn('Guest'))
})

test('a pasted token is read in the browser and never sent', async ({ page, emulator, createPool }) => {
  const pool = await createPool(everyProvider)
  await setRoles(emulator, pool, {
    Roles: {},
    RoleMappings: { [`${USER_POOL}:client2`]: { Type: 'Token', AmbiguousRoleResolution: 'Deny' } },
  })
  await openRoles(page, pool)
  const claims = {
    iss: `https://${USER_POOL}`,
    aud: 'client2',
    sub: 'ada',
    exp: 4_102_444_800,
    'cognito:roles': [roleArn('A'), roleArn('B')],
    'cognito:preferred_role': roleArn('B'),
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  const simulator = page.getByRole('region', { name: 'Simulator' })
  const box = simulator.getByLabel('Claims or ID token')
  await box.fill(`e30.${part(claims)}.signature`)
  await expect(simulator.getByLabel('Who signs in')).toHaveValue(`${USER_POOL}:client2`)
  await expect(simulator.getByRole('status', { name: 'Resulting role' })).toContainText(roleArn('B'))
  await box.fill(`e30.${part({ ...claims, exp: 1_000_000_000 })}.signature`)
  await expect(simulator.getByText('Invalid login token. Token expired on 2001-09-09 01:46 UTC.')).toBeVisible()
  await page.getByLabel('Guest role').fill(roleArn('Guest'))
  await saveRoles(page)
  expect(await rolesOf(emulator, pool)).toMatchObject({ Roles: { unauthenticated: roleArn('Guest') } })
  expect(sent.join('\n')).toContain(roleArn('Guest'))
  expect(
    sent.filter((request) => request.includes(part(claims).slice(0, 20)) || request.includes('cognito:preferred_role')),
  ).toEqual([])
})

test('a role is chosen from IAM with its trust checked', async ({
  page,
  emulator,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool(everyProvider)
  const iam = await startIam({
    AppUser: trustFor(pool.id, 'authenticated'),
    AppGuest: trustFor(pool.id, 'unauthenticated'),
    OtherPool: trustFor('us-east-1:00000000-0000-4000-8000-000000000001', 'authenticated'),
    Server: { Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] },
  })
  const reading = await startConsole({ env: { AWS_ENDPOINT_URL_IAM: iam.url } })
  await openRoles(page, pool, reading.url)
  await page.getByLabel('Guest role', { exact: true }).fill(roleArn('OtherPool'))
  await expect(page.getByLabel('Guest role', { exact: true })).toHaveAccessibleDescription(/does not trust this pool/)
  await page.getByLabel('Guest role', { exact: true }).fill(roleArn('Server'))
  await expect(page.getByLabel('Guest role', { exact: true })).toHaveAccessibleDescription(
    /does not name Amazon Cognito/,
  )
  await page.getByLabel('Guest role', { exact: true }).fill(roleArn('Missing'))
  await expect(page.getByLabel('Guest role', { exact: true })).toHaveAccessibleDescription(
    /There is no such role in this account/,
  )
  await page.getByRole('button', { name: 'Choose authenticated role' }).click()
  const dialog = page.getByRole('dialog', { name: 'Choose authenticated role' })
  await expect(dialog.getByRole('listitem')).toContainText(['AppUser', 'AppGuest', 'OtherPool'])
  await expectAccessible(page)
  await dialog.getByLabel('Find a role').fill('appuser')
  await dialog.getByRole('listitem').getByRole('button').click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Authenticated role', { exact: true })).toHaveValue(roleArn('AppUser'))
  await expect(page.getByText('Its trust policy fits this pool.')).toBeVisible()
  await page.getByLabel('Guest role', { exact: true }).fill('')
  await saveRoles(page)
  expect((await rolesOf(emulator, pool)).Roles).toEqual({ authenticated: roleArn('AppUser') })
  await iam.stop()
})
