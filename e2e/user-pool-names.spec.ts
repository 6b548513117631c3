import { expect, test } from './fixtures.ts'
import { bare, describePool, openAccess, saveAccess } from './fixtures/access.ts'
import { goOn } from './fixtures/create-pool.ts'

const nameOf = (id: string) => `cognito-idp.us-east-1.amazonaws.com/${id}`
const clientOf = (id: string, client: string) => ({
  ProviderName: nameOf(id),
  ClientId: client,
  ServerSideTokenCheck: true,
})

test('a user pool is given as one copies it, and saved by its provider name', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool(bare)
  await openAccess(page, pool)
  const add = page.getByRole('button', { name: 'Add user pool' })
  const entry = (number: number) => page.getByRole('group', { name: `User pool ${number}` })
  const userPool = (number: number) => entry(number).getByRole('textbox', { name: 'User pool' })
  const typed = [
    ['us-east-1_First01', 'us-east-1_First01'],
    ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Second02', 'us-east-1_Second02'],
    [`https://${nameOf('us-east-1_Third03')}/`, 'us-east-1_Third03'],
  ] as const
  for (const [index, [text, id]] of typed.entries()) {
    await add.click()
    await userPool(index + 1).fill(text)
    await expect(userPool(index + 1)).toHaveAccessibleDescription(`Its provider name: ${nameOf(id)}`)
    await entry(index + 1)
      .getByRole('textbox', { name: 'App client ID' })
      .fill(`client${index}`)
  }
  await expect(page.getByRole('list', { name: 'Principal tags' })).toContainText('User pool us-east-1_Third03')

  await add.click()
  await entry(4).getByRole('textbox', { name: 'App client ID' }).fill('client3')
  for (const [text, problem] of [
    [pool.id, 'This is the ID of an identity pool.'],
    ['cognito-idp.eu-west-1.amazonaws.com/us-east-1_Two', 'Two Regions stand in it'],
    ['us-east1_Three', 'us-east1 is not a Region.'],
  ] as const) {
    await userPool(4).fill(text)
    await page.getByRole('button', { name: 'Review changes' }).click()
    await expect(userPool(4)).toHaveAccessibleDescription(new RegExp(problem))
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Remove user pool 4' }).click()
  await saveAccess(page)
  expect((await describePool(emulator, pool)).CognitoIdentityProviders).toEqual(
    typed.map(([, id], index) => clientOf(id, `client${index}`)),
  )
})

test('a new pool has its user pool by the provider name that its review shows', async ({ page, emulator }) => {
  await page.goto('/test/pools/create')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Made with an ID')
  await goOn(page, 'Login providers')
  await page.getByRole('button', { name: 'Add user pool' }).click()
  await page.getByRole('textbox', { name: 'User pool' }).fill('us-east-1_AbCdEf123')
  await page.getByRole('textbox', { name: 'App client ID' }).fill('client1')
  for (const step of ['Roles', 'Tags', 'Review']) await goOn(page, step)
  await page.getByText('Copy as AWS CLI').click()
  const command = page.getByRole('group', { name: 'AWS CLI command' })
  await expect(command).toContainText(nameOf('us-east-1_AbCdEf123'))
  await expect(command).toContainText(`--endpoint-url ${emulator.url}`)
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page).toHaveURL(/\/test\/pools\/us-east-1:[0-9a-f-]{36}\?made=1$/)
  const made = { id: new URL(page.url()).pathname.split('/').at(-1) ?? '', name: '', region: 'us-east-1' }
  expect((await describePool(emulator, made)).CognitoIdentityProviders).toEqual([
    clientOf('us-east-1_AbCdEf123', 'client1'),
  ])
})

test('user pools of a pasted description are made by their provider names, and the person is told', async ({
  page,
}) => {
  await page.goto('/test/import')
  const mapping = { Type: 'Token', AmbiguousRoleResolution: 'Deny' }
  const pool = {
    IdentityPoolName: 'Pasted',
    AllowUnauthenticatedIdentities: 'perhaps',
    AllowClassicFlow: false,
    CognitoIdentityProviders: [{ ProviderName: 'us-east-1_AbCdEf123', ClientId: 'client1' }],
    RoleMappings: { [`https://${nameOf('us-east-1_AbCdEf123')}:client1`]: mapping },
  }
  await page.getByRole('textbox', { name: 'Description of a pool' }).fill(JSON.stringify(pool))
  await page.getByRole('radio', { name: 'Create a pool' }).check()
  await expect(page.getByText(`us-east-1_AbCdEf123 becomes ${nameOf('us-east-1_AbCdEf123')}`)).toBeVisible()
  const future = page.getByRole('list', { name: 'New pool' })
  await expect(future).toContainText('Role of User pool us-east-1_AbCdEf123, app client client1')
  await expect(future.getByRole('listitem').filter({ hasText: 'Guest access' })).toContainText(
    'Off, since it is not told',
  )
  await expect(page.getByRole('button', { name: 'Create pool' })).toBeEnabled()
})
