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
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByText('The pool was made; 1 thing of the description was left out.')).toBeVisible()
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
  await expect(page.getByText('SamlProviderARNs[1] was left out, because Provider is not told.')).toBeVisible()
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
  await page.getByRole('button', { name: 'Choose files…' }).click()
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

const LOGIN = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Harbour01'
const asking = (name: string) => `
resource "aws_cognito_identity_pool" "main" {
  identity_pool_name               = "${name}"
  allow_unauthenticated_identities = var.guests
  cognito_identity_providers {
    client_id     = aws_cognito_user_pool_client.web.id
    provider_name = "${LOGIN}"
  }
  tags = { team = "boats", client = aws_cognito_user_pool_client.web.id }
}
`

test('what a dropped file does not tell is asked for once and put in everywhere', async ({
  page,
  emulator,
  expectAccessible,
}) => {
  const name = `Asked ${Date.now()}`
  await page.goto('/test/import')
  const box = page.getByRole('textbox', { name: 'Description of a pool' })
  await expect(box).toBeEnabled()
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'main.tf'))
    return data
  }, asking(name))
  await box.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(box).toHaveValue(/aws_cognito_identity_pool/)
  await expect(page.getByText('3 things of the text are left out')).toBeVisible()
  await page.getByRole('textbox', { name: 'var.guests' }).fill('true')
  await page.getByRole('textbox', { name: 'aws_cognito_user_pool_client.web.id' }).fill('harbourweb')
  await expect(page.getByText('of the text are left out')).toHaveCount(0)
  await page.setViewportSize({ width: 360, height: 700 })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByText('Entries: 3').click()
  await page.getByRole('checkbox', { name: 'tags["team"]' }).uncheck()
  await page.getByRole('button', { name: 'Create pool' }).click()
  await expect(page.getByText('The pool was made; 1 thing of the description was left out.')).toBeVisible()
  await page.getByRole('link', { name: 'Open the new pool' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const IdentityPoolId = decodeURIComponent(page.url().split('/').pop() ?? '')
  expect(await emulator.client('us-east-1').send(new DescribeIdentityPoolCommand({ IdentityPoolId }))).toMatchObject({
    AllowUnauthenticatedIdentities: true,
    CognitoIdentityProviders: [{ ProviderName: LOGIN, ClientId: 'harbourweb' }],
    IdentityPoolTags: { client: 'harbourweb' },
  })
})

test('what a text does not say is no difference, and what it says is applied to the pool', async ({
  page,
  createPool,
  emulator,
  expectAccessible,
}) => {
  const pool = await createPool({
    AllowUnauthenticatedIdentities: true,
    AllowClassicFlow: false,
    CognitoIdentityProviders: [{ ProviderName: LOGIN, ClientId: 'harbourweb' }],
    SupportedLoginProviders: undefined,
    IdentityPoolTags: { team: 'ships', client: 'harbourweb' },
  })
  await page.goto('/test/import')
  await page.getByRole('textbox', { name: 'Description of a pool' }).fill(asking(pool.name))
  await page.getByRole('radio', { name: 'Compare with a pool' }).check()
  await page.getByRole('combobox', { name: 'Compare with: pool' }).selectOption(pool.id)
  await expect(
    page.getByRole('status').filter({ hasText: '1 difference; of 3 more the text does not say what it is.' }),
  ).toBeVisible()
  await page.getByRole('radio', { name: /^All/ }).check()
  await expect(page.getByText('The text does not say', { exact: true })).toHaveCount(3)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Apply differences…' }).click()
  const review = page.getByRole('dialog', { name: 'Apply the tags of the text' })
  await expect(review).toContainText('boats')
  await expectAccessible(page)
  await review.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '0 differences; of 3 more' })).toBeVisible()
  expect(
    await emulator.client(pool.region).send(new DescribeIdentityPoolCommand({ IdentityPoolId: pool.id })),
  ).toMatchObject({
    AllowUnauthenticatedIdentities: true,
    CognitoIdentityProviders: [{ ProviderName: LOGIN, ClientId: 'harbourweb' }],
    IdentityPoolTags: { team: 'boats', client: 'harbourweb' },
  })
})

test('a large folder is read beside the page, and its values answer what it asks for', async ({ page }) => {
  const many = Array.from(
    { length: 2000 },
    (_, index) => `resource "aws_s3_bucket" "b${index}" { bucket = "b-${index}" }`,
  )
  await page.goto('/test/import')
  const box = page.getByRole('textbox', { name: 'Description of a pool' })
  await expect(box).toBeEnabled()
  const worker = page.waitForEvent('worker')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files…' }).click()
  await (
    await choosing
  ).setFiles(
    [
      ['main.tf', asking('Folder')],
      ['buckets.tf', many.join('\n')],
      ['terraform.tfvars', 'guests = true'],
    ].map(([name = '', text = '']) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
  )
  await worker
  await expect(page.getByRole('status').filter({ hasText: 'Read as Terraform configuration.' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'var.guests' })).toHaveValue('true')
  await page.getByRole('button', { name: 'Remove terraform.tfvars' }).click()
  await expect(page.getByRole('textbox', { name: 'var.guests' })).toHaveValue('')
})
