import { SetPrincipalTagAttributeMapCommand } from '@aws-sdk/client-cognito-identity'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { roleArn, startIam, trustFor } from './fixtures/iam.ts'
import { jwt } from './fixtures/jwt.ts'
import { signInWith } from './fixtures/people.ts'
import { googleRules, openRoles, rolesOf, setRoles } from './fixtures/roles.ts'
import type { Pool } from './fixtures/pools.ts'

const SUB = '${cognito-identity.amazonaws.com:sub}'
const policy = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements })
const allow = (action: string | string[], resource = '*', condition?: object) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition && { Condition: condition }),
})

const policies = {
  Guest: { open: policy(allow('s3:GetObject', 'arn:aws:s3:::assets/*'), allow('ec2:DescribeInstances')) },
  User: {
    own: policy(
      allow(['s3:GetObject', 's3:PutObject'], `arn:aws:s3:::photos/${SUB}/*`),
      allow('s3:ListBucket', 'arn:aws:s3:::photos', { StringLike: { 's3:prefix': [`${SUB}/*`] } }),
    ),
    tables: policy(allow('dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:123456789012:table/Scores')),
  },
}

const open = (page: Page, url: string, pool: Pool) => page.goto(`${url}/test/pools/${pool.id}/reach`)
const table = (page: Page) => page.getByRole('table', { name: 'Reach' })

test('a pool’s reach is a table whose cells open their statements, and answers a question', async ({
  page,
  emulator,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool({ SupportedLoginProviders: { 'accounts.google.com': 'app' } })
  const iam = await startIam(
    { Guest: trustFor(pool.id, 'unauthenticated'), User: trustFor(pool.id, 'authenticated') },
    policies,
  )
  await setRoles(emulator, pool, { Roles: { authenticated: roleArn('User'), unauthenticated: roleArn('Guest') } })
  const { url } = await startConsole({ env: { AWS_ENDPOINT_URL_IAM: iam.url } })
  await open(page, url, pool)
  await expect(table(page).getByRole('row').filter({ hasText: 'Users of Google' })).toContainText('write · own data')
  await expect(table(page).getByRole('row').filter({ hasText: 'Guests' }).first()).toContainText(
    'read · some resources',
  )
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Users of Google, s3: write · own data' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 's3: Users of Google' })
  await expect(dialog).toContainText(`Where s3:prefix is like ${SUB}/*`)
  await expect(dialog.locator('mark').filter({ hasText: 's3:ListBucket' })).toBeVisible()
  await expect(dialog).not.toContainText('dynamodb:GetItem')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const answer = page.getByRole('status', { name: 'Answer' })
  await page.getByLabel('Who', { exact: true }).selectOption({ index: 0 })
  await page.getByLabel('Action', { exact: true }).fill('ec2:DescribeInstances')
  await page.getByLabel('Resource', { exact: true }).fill('*')
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect(answer).toContainText('Cognito keeps it back from guests of the enhanced flow.')
  await page.getByLabel('Action', { exact: true }).fill('s3:GetObject')
  await page.getByLabel('Resource', { exact: true }).fill('arn:aws:s3:::assets/a.jpg')
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect(answer).toContainText('open, statement 1: allows it.')

  const cutOff = page.getByRole('group', { name: 'Policy that cuts off' })
  await expect(cutOff).toBeHidden()
  await page.getByRole('button', { name: 'Until now' }).click()
  await expect(cutOff).toContainText('aws:TokenIssueTime')
  await page.getByRole('radio', { name: 'One identity' }).check()
  await page.getByLabel('Identity to cut off').fill('somebody')
  await expect(page.getByText(/^This is no identity ID: paste one/)).toBeVisible()
  await expect(cutOff).toBeHidden()
  await expect(page.getByRole('group', { name: 'Policy of one’s own data' })).toContainText('OwnObjects')
  await expectAccessible(page)

  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.goto(`${url}/test/pools/${pool.id}`)
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('Users reach each other’s data')
  await iam.stop()
})

test('a viewer is told why there is no reach to see', async ({ page, createPool, startConsole, expectAccessible }) => {
  const pool = await createPool()
  const { url } = await startConsole({ role: 'viewer' })
  await open(page, url, pool)
  await expect(
    page
      .getByRole('main')
      .getByRole('paragraph')
      .filter({ hasText: /^Your role, viewer, may not do this; the role support/ }),
  ).toBeVisible()
  await expect(table(page)).toBeHidden()
  await expectAccessible(page)
})

test('a pool whose roles cannot be read is not called one that reaches nothing', async ({
  page,
  emulator,
  createPool,
  startConsole,
}) => {
  const pool = await createPool({ SupportedLoginProviders: { 'accounts.google.com': 'app' } })
  const iam = await startIam({})
  await setRoles(emulator, pool, { Roles: { authenticated: 'arn:aws:iam::999999999999:role/User' } })
  const { url } = await startConsole({ env: { AWS_ENDPOINT_URL_IAM: iam.url } })
  await open(page, url, pool)
  await expect(table(page)).toContainText('Not known: arn:aws:iam::999999999999:role/User is a role of another account')
  await expect(table(page)).not.toContainText('Nothing')
  await iam.stop()
})

test('what becomes reachable is told before a guest role is saved, and typed where guests may write', async ({
  page,
  emulator,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool({ AllowUnauthenticatedIdentities: true })
  const iam = await startIam(
    { Guest: trustFor(pool.id, 'unauthenticated'), Writer: trustFor(pool.id, 'unauthenticated') },
    { ...policies, Writer: { open: policy(allow('s3:PutObject', 'arn:aws:s3:::uploads/*')) } },
  )
  const { url } = await startConsole({ env: { AWS_ENDPOINT_URL_IAM: iam.url } })
  await openRoles(page, pool, url)
  await page.getByLabel('Guest role', { exact: true }).fill(roleArn('Writer'))
  await page.getByRole('button', { name: 'Review changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Review changes' })
  await expect(dialog.getByRole('list', { name: 'What becomes reachable' })).toContainText(
    'Anyone on the internet may write in s3, some resources: s3:PutObject.',
  )
  const save = dialog.getByRole('button', { name: 'Save roles' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(page)
  await dialog.getByLabel('Type reach to confirm').fill('reach')
  await save.click()
  await expect(dialog).toBeHidden()
  expect((await rolesOf(emulator, pool)).Roles).toEqual({ unauthenticated: roleArn('Writer') })
  await page.goto(`${url}/test/pools/${pool.id}`)
  await expect(page.getByRole('list', { name: 'Sign-in flow as a list' })).toContainText(
    'reaches write, some resources',
  )
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('Guests may write')
  await iam.stop()
})

test('claims, a rule and an identity are asked about, and nothing of a token leaves the browser', async ({
  page,
  emulator,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool({ SupportedLoginProviders: { 'accounts.google.com': 'google-app' } })
  const iam = await startIam(
    { Blue: trustFor(pool.id, 'authenticated'), User: trustFor(pool.id, 'authenticated') },
    {
      Blue: {
        team: policy(
          allow('s3:GetObject', 'arn:aws:s3:::teams/${aws:PrincipalTag/team}/*'),
          allow('s3:PutObject', `arn:aws:s3:::photos/${SUB}/*`),
        ),
      },
    },
  )
  await setRoles(emulator, pool, googleRules('Blue'))
  await emulator.client(pool.region).send(
    new SetPrincipalTagAttributeMapCommand({
      IdentityPoolId: pool.id,
      IdentityProviderName: 'accounts.google.com',
      PrincipalTags: { team: 'team' },
    }),
  )
  const { url } = await startConsole({ env: { AWS_ENDPOINT_URL_IAM: iam.url } })
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await open(page, url, pool)
  const answer = page.getByRole('status', { name: 'Answer' })
  const who = page.getByLabel('Who', { exact: true })
  const ask = async (action: string, resource: string) => {
    await page.getByLabel('Action', { exact: true }).fill(action)
    await page.getByLabel('Resource', { exact: true }).fill(resource)
    await page.getByRole('button', { name: 'Ask' }).click()
  }
  await who.selectOption('Google, rule 1: Blue')
  await ask('s3:GetObject', 'arn:aws:s3:::teams/Blue/a')
  await expect(answer).toContainText('Allowed')

  await who.selectOption('Claims or a token of Google')
  const token = jwt({
    iss: 'https://accounts.google.com',
    aud: 'google-app',
    sub: 'g-1',
    team: 'Blue',
    secret: 'hush',
    exp: Math.floor(Date.now() / 1000) + 3600,
  })
  await page.getByLabel('Claims or ID token').fill(token)
  await expect(page.getByText('They get Blue. Rule 1 is the first that matches.')).toBeVisible()
  await ask('s3:GetObject', 'arn:aws:s3:::teams/Red/a')
  await expect(answer).toContainText('Denied')
  await ask('s3:PutObject', `arn:aws:s3:::photos/g-1/a`)
  await expect(answer).toContainText(/It depends\s*on cognito-identity\.amazonaws\.com:sub/)
  await expectAccessible(page)
  expect(sent.filter((text) => text.includes(token.split('.')[1] ?? token) || text.includes('hush'))).toEqual([])

  await page
    .getByLabel('Claims or ID token')
    .fill(jwt({ iss: 'https://id.elsewhere', aud: 'app', sub: 'x', team: 'Blue', exp: 1 }))
  await expect(page.getByRole('status', { name: 'Token' })).toContainText('Wrong issuer')
  await ask('s3:GetObject', 'arn:aws:s3:::teams/Red/a')
  await expect(answer).toContainText('This token would be refused')
  await expectAccessible(page)

  const identityId = await signInWith(emulator, pool, { 'accounts.google.com': token })
  await page.goto(`${url}/test/identities/${identityId}?pool=${pool.id}`)
  await page.getByRole('link', { name: 'What may it do?' }).click()
  await expect(page.getByText('They get Blue. Google. Rule 1: team equals “Blue”.')).toBeVisible()
  await ask('s3:PutObject', `arn:aws:s3:::photos/${identityId}/a`)
  await expect(answer).toContainText('Allowed')
  await expect(page.getByRole('group', { name: 'Query for Athena' })).toContainText(
    `useridentity.username = '${identityId}'`,
  )
  await page.getByRole('radio', { name: 'The whole pool' }).last().check()
  await expect(page.getByRole('group', { name: 'Query for Athena' })).toContainText(`:identitypool/${pool.id}`)
  await iam.stop()
})
