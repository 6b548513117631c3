import { DescribeIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import { expect, test } from './fixtures.ts'

const description = (name: string) =>
  JSON.stringify({
    IdentityPoolName: name,
    AllowUnauthenticatedIdentities: false,
    AllowClassicFlow: false,
    SupportedLoginProviders: { 'api.twitter.com': 'consumer;typed-secret' },
    CognitoStreams: {},
  })

test('an operator makes a pool from what the AWS CLI told', async ({ page, emulator, expectAccessible }) => {
  const name = `Imported ${Date.now()}`
  await page.goto('/test/pools')
  await page.getByRole('link', { name: 'Import' }).click()
  await page.getByRole('textbox', { name: 'Description of a pool' }).fill(description(name))
  await expect(
    page.getByRole('status').filter({ hasText: 'Read as an answer of describe-identity-pool.' }),
  ).toBeVisible()
  await expect(page.getByText('CognitoStreams is not understood, so it was left out.')).toBeVisible()
  await page.getByRole('radio', { name: 'Create a pool' }).check()
  await expect(page.getByRole('list', { name: 'New pool' })).not.toContainText('typed-secret')
  await expectAccessible(page)
  const box = page.getByRole('textbox', { name: 'Description of a pool' })
  await box.fill(description('Another'))
  await expect(page.getByText('The text has changed since it was read: read it again.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create pool' })).toBeDisabled()
  await box.fill(description(name))
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByText('The pool is complete.')).toBeVisible()
  await page.getByRole('link', { name: 'Open the new pool' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const IdentityPoolId = decodeURIComponent(page.url().split('/').pop() ?? '')
  const made = await emulator.client('us-east-1').send(new DescribeIdentityPoolCommand({ IdentityPoolId }))
  expect(made).toMatchObject({
    IdentityPoolName: name,
    AllowClassicFlow: false,
    SupportedLoginProviders: { 'api.twitter.com': 'consumer;typed-secret' },
  })
})

test('the Terraform of a pool does not differ from it until it changes', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowClassicFlow: false })
  await page.goto(`/test/pools/${pool.id}/code?as=terraform`)
  const code = page.getByRole('region', { name: 'Terraform configuration' }).getByRole('group')
  const text = (await code.textContent()) ?? ''
  const changed = text.replace('allow_classic_flow               = false', 'allow_classic_flow = true')
  for (const [pasted, verdict] of [
    [text, 'The two are equal.'],
    [changed, '1 difference'],
  ] as const) {
    await page.goto('/test/import')
    await page.getByRole('textbox', { name: 'Description of a pool' }).fill(pasted)
    await page.getByRole('radio', { name: 'Compare with a pool' }).check()
    await page.getByRole('combobox', { name: 'Compare with: pool' }).selectOption(pool.name)
    await expect(page.getByRole('status').filter({ hasText: verdict })).toBeVisible()
  }
  await expectAccessible(page)
})

test('a description that no pool can have is refused before anything is made', async ({ page, expectAccessible }) => {
  await page.goto('/test/import')
  await page
    .getByRole('textbox', { name: 'Description of a pool' })
    .fill(
      [
        'Resources:',
        '  Pool:',
        '    Type: AWS::Cognito::IdentityPool',
        '    Properties:',
        '      IdentityPoolName: Shop',
        '      AllowUnauthenticatedIdentities: false',
        '      SamlProviderARNs: [okta, !Ref Provider]',
        '      IdentityPoolTags: [{ Key: "aws:cloudformation:stack-name", Value: shop }]',
      ].join('\n'),
    )
  await expect(page.getByText('Read as a CloudFormation template.')).toBeVisible()
  await expect(page.getByText('Ref Provider has no value in the template')).toBeVisible()
  await page.getByRole('radio', { name: 'Create a pool' }).check()
  await expect(page.getByText('SAML provider okta: A SAML provider has an ARN like')).toBeVisible()
  await expect(page.getByText('only AWS sets them: the tags aws:cloudformation:stack-name')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create pool' })).toBeDisabled()
  await expectAccessible(page)
})

test('a file is read, a pool’s ID leads to the pool, and a pool that is named is compared with', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool()
  const { $metadata: _, ...answer } = await emulator
    .client(pool.region)
    .send(new DescribeIdentityPoolCommand({ IdentityPoolId: pool.id }))
  await page.goto('/test/import')
  const box = page.getByRole('textbox', { name: 'Description of a pool' })
  await expect(box).toBeEnabled()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  const file = { name: 'pool.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(answer)) }
  await (await choosing).setFiles(file)
  await expect(box).toHaveValue(/IdentityPoolName/)
  await expect(page.getByRole('combobox', { name: 'Compare with: pool' })).toHaveValue(pool.id)
  await expect(page.getByRole('status').filter({ hasText: 'The two are equal.' })).toBeVisible()

  await box.fill(` ${pool.id}\n`)
  await expect(page.getByText('This is the ID of a pool, not its configuration')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByRole('link', { name: 'Clone this pool' })).toHaveAttribute(
    'href',
    `/test/clone?pool=${pool.id}`,
  )
})

test('a text that describes no pool is told what is wrong with it', async ({ page, expectAccessible }) => {
  await page.goto('/test/import')
  const field = page.getByRole('textbox', { name: 'Description of a pool' })
  await field.fill('Resources:\n  Pool: [')
  await expect(page.getByText('This YAML is not well-formed:')).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await field.fill('hello, I am no pool')
  await expect(field).toHaveAccessibleDescription(/No known format was recognised/)
  await expectAccessible(page)
})
