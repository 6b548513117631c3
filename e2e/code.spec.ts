import { SetIdentityPoolRolesCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'
import { copiedWith } from './fixtures/clipboard.ts'
import type { Emulator } from './fixtures/emulator.ts'
import type { Pool } from './fixtures/pools.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'

const ROLE = 'arn:aws:iam::123456789012:role/User'

const setRole = (emulator: Emulator, { id, region }: Pool) =>
  emulator.client(region).send(new SetIdentityPoolRolesCommand({ IdentityPoolId: id, Roles: { authenticated: ROLE } }))

test('an operator copies the commands that make an equal pool', async ({ page, createPool, expectAccessible }) => {
  const pool = await createPool({ IdentityPoolTags: { owner: "it's us" } })
  await page.goto(`/test/pools/${pool.id}`)
  await page.getByRole('navigation', { name: 'Pool' }).getByRole('link', { name: 'Code' }).click()
  const code = page.getByRole('region', { name: 'Create an equal pool' }).getByRole('group')
  await expect(code).toContainText('aws cognito-identity create-identity-pool')
  await expectAccessible(page)
  const text = await copiedWith(page, page.getByRole('button', { name: 'Copy Create an equal pool' }))
  expect(text).toContain(`--identity-pool-name '${pool.name}'`)
  expect(text).toContain(String.raw`'{"owner":"it'\''s us"}'`)
})

test('an operator changes the format by keyboard, and the address keeps it', async ({ page, createPool, emulator }) => {
  const pool = await createPool()
  await setRole(emulator, pool)
  await page.goto(`/test/pools/${pool.id}/code`)
  await page.getByRole('radio', { name: 'AWS CLI' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/\?as=terraform$/)
  const terraform = page.getByRole('region', { name: 'Terraform configuration' }).getByRole('group')
  await expect(terraform).toContainText('resource "aws_cognito_identity_pool_roles_attachment"')
  await page.keyboard.press('ArrowRight')
  const template = page.getByRole('region', { name: 'CloudFormation template' }).getByRole('group')
  await expect(template).toContainText('"AWS::Cognito::IdentityPool"')
  await page.keyboard.press('ArrowRight')
  await expect(template).toContainText('Type: "AWS::Cognito::IdentityPool"')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('region', { name: 'CDK program' }).getByRole('group')).toContainText(ROLE)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'CDK' })).toBeChecked()
})

test('a secret is a named placeholder in every format', async ({ page, createPool }) => {
  const pool = await createPool({ SupportedLoginProviders: { 'api.twitter.com': 'consumer;very-secret' } })
  for (const [format, placeholder] of [
    ['cli', '${TWITTER_CONSUMER_SECRET:?}'],
    ['terraform', '${var.twitter_consumer_secret}'],
    ['cloudformation', '"Ref": "TwitterConsumerSecret"'],
    ['cdk', 'twitterConsumerSecret.valueAsString'],
  ] as const) {
    await page.goto(`/test/pools/${pool.id}/code?as=${format}`)
    await expect(page.getByText(placeholder).first()).toBeVisible()
    expect(await page.content()).not.toContain('very-secret')
  }
})

test('code that could not be read says so and is read again', async ({ page, createPool, fault, clearFaults }) => {
  const pool = await createPool()
  await fault({ operation: 'GetIdentityPoolRoles', error: 'AccessDeniedException', id: pool.id })
  await page.goto(`/test/pools/${pool.id}/code`)
  await expect(page.getByText('The pool could not be read')).toBeVisible()
  await clearFaults()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'Create an equal pool' }).getByRole('group')).toBeVisible()
})

test('deleting a pool can be copied as a command', async ({ page, createPool, expectAccessible }) => {
  const pool = await createPool()
  await page.goto(`/test/pools/${pool.id}`)
  await chooseInMenu(page, 'Delete pool…')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Copy as AWS CLI').click()
  await expect(dialog.getByRole('group', { name: 'AWS CLI command' })).toContainText(`--identity-pool-id ${pool.id}`)
  await expectAccessible(page)
})

test('deleting identities can be copied as a command', async ({ page, createPool, seedIdentities }) => {
  const pool = await createPool()
  const [identityId = ''] = await seedIdentities(pool, { guests: 1 })
  await page.goto(`/test/pools/${pool.id}/identities`)
  await page.getByRole('checkbox', { name: `Select ${identityId}` }).check()
  await page.getByRole('button', { name: 'Delete 1 identity', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Copy as AWS CLI').click()
  await expect(dialog.getByRole('group', { name: 'AWS CLI command' })).toContainText(
    `--identity-ids-to-delete ${identityId}`,
  )
})
