import {
  DescribeIdentityPoolCommand,
  GetPrincipalTagAttributeMapCommand,
  SetIdentityPoolRolesCommand,
  SetPrincipalTagAttributeMapCommand,
} from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { poolPath } from './fixtures/paths.ts'
import { googleRules, rolesOf } from './fixtures/roles.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'

const GOOGLE = 'accounts.google.com'

test('a deleted pool keeps its history, says who deleted it, and is created again with all that it had', async ({
  page,
  emulator,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({
    AllowClassicFlow: false,
    SupportedLoginProviders: { [GOOGLE]: 'google-app', 'api.twitter.com': 'key;hush' },
    IdentityPoolTags: { team: 'web' },
  })
  const client = emulator.client(pool.region)
  const wanted = googleRules('gold', 'silver')
  await client.send(new SetIdentityPoolRolesCommand({ IdentityPoolId: pool.id, ...wanted }))
  const tags = { IdentityPoolId: pool.id, IdentityProviderName: GOOGLE }
  await client.send(new SetPrincipalTagAttributeMapCommand({ ...tags, PrincipalTags: { tier: 'custom:tier' } }))

  await page.goto(poolPath(pool))
  await chooseInMenu(page, 'Delete pool…')
  const dialog = page.getByRole('dialog', { name: `Delete ${pool.name}` })
  await dialog.getByRole('textbox').fill(pool.name)
  await dialog.getByRole('button', { name: 'Delete pool' }).click()
  await expect(page).toHaveURL(/\/test\/pools$/)

  await page.goto(poolPath(pool))
  await expect(page.getByText(/^Deleted by Local operator on \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open its history' }).click()
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  const history = page.getByRole('list', { name: 'History' }).locator(':scope > li')
  await expect(history.getByRole('heading')).toHaveText(['Delete pool'])
  await expect(history).toContainText('custom:tier')
  await expect(page.getByRole('button', { name: /^(Undo this change|Go back)/ })).toHaveCount(0)
  await expectAccessible(page)

  await page.reload()
  await history.getByRole('link', { name: 'Create this pool again' }).press('Enter')
  await expect(page.getByText('everyone starts with a new identity')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(pool.name)
  await page.getByLabel('Consumer secret of Twitter').fill('hush-again')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create pool' }).press('Enter')
  await expect(page.getByText('The pool is complete.')).toBeVisible()
  await page.getByRole('link', { name: 'Open the new pool' }).click()
  await expect(page).toHaveURL(/\/test\/pools\/us-east-1:[\da-f-]+$/)
  await expect(page.getByRole('heading', { level: 1, name: pool.name })).toBeVisible()
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  expect(id).not.toBe(pool.id)
  expect(await client.send(new DescribeIdentityPoolCommand({ IdentityPoolId: id }))).toMatchObject({
    SupportedLoginProviders: { [GOOGLE]: 'google-app', 'api.twitter.com': 'key;hush-again' },
    IdentityPoolTags: { team: 'web' },
    AllowClassicFlow: false,
  })
  expect(await rolesOf(emulator, { ...pool, id })).toEqual(wanted)
  const read = new GetPrincipalTagAttributeMapCommand({ IdentityPoolId: id, IdentityProviderName: GOOGLE })
  expect((await client.send(read)).PrincipalTags).toEqual({ tier: 'custom:tier' })

  const unknown = 'us-east-1:00000000-0000-4000-8000-000000000000'
  await page.goto(`/test/pools/${unknown}/history`)
  await expect(page.getByText('It was not deleted through Lifeguard')).toBeVisible()
})
