import { connectionsOn, expect, test } from './fixtures.ts'
import { dialogOf } from './fixtures/deletion.ts'
import { jwt } from './fixtures/jwt.ts'
import { createPool } from './fixtures/pools.ts'

test('an operator chooses a user pool, its app client and a SAML provider from the account’s lists', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  const emulator = await startEmulator({ seed: 'demo' })
  const pool = await createPool(emulator)
  const env = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: emulator.url, AWS_ENDPOINT_URL_IAM: emulator.url }
  const { url } = await startConsole({ env, config: { connections: connectionsOn(emulator) } })
  const dialog = dialogOf(page)
  await page.goto(`${url}/test/pools/${pool.id}/access`)
  await page.getByRole('button', { name: 'Add user pool' }).click()
  await page.getByRole('button', { name: 'Choose from this account: user pool 1' }).click()
  await dialog.getByRole('textbox', { name: 'Find among user pools' }).fill('partners')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /northwind-partners/ }).click()
  await dialog.getByRole('button', { name: /partner-portal/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'User pool', exact: true })).toHaveValue('us-east-1_Pt8Wb5nKd')
  await expect(page.getByRole('textbox', { name: 'App client ID' })).toHaveValue('7p1artnerclient4c6v2example')
  await page.getByRole('button', { name: 'Choose from this account: SAML provider' }).click()
  await dialog.getByRole('button', { name: /NorthwindOkta/ }).click()
  await page.getByRole('button', { name: /^Review/ }).click()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(`Saved ${pool.name}`)).toBeVisible()

  await emulator.fault({ operation: 'ListUserPools', error: 'AccessDeniedException' })
  await page.goto(`${url}/test/pools/create`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Typed')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Add user pool' }).click()
  await page.getByRole('button', { name: 'Choose from this account: user pool 1' }).click()
  await expect(dialog.getByRole('status')).toContainText('it lacks cognito-idp:ListUserPools. Type it into the form')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'User pool', exact: true }).fill('us-east-1_Typed')
  await expect(page.getByText('Its provider name: cognito-idp.us-east-1.amazonaws.com/us-east-1_Typed')).toBeVisible()
  await emulator.clearFaults()

  const provider = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Nw7Rk2pQa'
  const other = await createPool(emulator, {
    SupportedLoginProviders: undefined,
    CognitoIdentityProviders: [{ ProviderName: provider, ClientId: 'web1' }],
  })
  await page.goto(`${url}/test/pools/${other.id}/access-test`)
  await page.getByText('A login', { exact: true }).click()
  const claims = { iss: `https://${provider}`, sub: 'ada', aud: '2k5posclient9m3x4example', token_use: 'id' }
  await page.getByRole('textbox', { name: /^Token of User pool/ }).fill(jwt({ ...claims, exp: 4_000_000_000 }))
  const form = page.getByRole('form', { name: 'Access test' })
  await form.getByRole('button', { name: 'Name its app client' }).click()
  await expect(form.getByText('The app client is till of the user pool northwind-users.')).toBeVisible()
})
