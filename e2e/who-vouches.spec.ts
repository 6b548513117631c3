import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { connectionsOn, expect, test } from './fixtures.ts'
import { createPool } from './fixtures/pools.ts'

const ACTION = 'cognito-identity:GetOpenIdTokenForDeveloperIdentity'
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}

test('an operator sees which roles may vouch for developer users, and what is not known', async ({
  page,
  startEmulator,
  startConsole,
  expectAccessible,
}) => {
  const emulator = await startEmulator()
  const pool = await createPool(emulator, { DeveloperProviderName: 'login.members.example' })
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const iam = new IAMClient({ endpoint: emulator.url, region: 'us-east-1', credentials })
  for (const [RoleName, resource] of [
    ['Backend', `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${pool.id}`],
    ['Other', 'arn:aws:cognito-identity:us-east-1:123456789012:identitypool/us-east-1:0'],
  ] as const) {
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) }))
    const statement = { Effect: 'Allow', Action: ACTION, Resource: resource }
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'vouches', PolicyDocument }))
  }
  const { url } = await startConsole({
    env: { AWS_ENDPOINT_URL_IAM: emulator.url },
    config: { connections: connectionsOn(emulator) },
  })
  const look = async () => {
    await page.goto(`${url}/test/pools/${pool.id}/developer-identities`)
    await page.getByRole('button', { name: 'Look who may' }).click()
  }
  await look()
  await expect(page.getByText('Of 2 roles 1 may.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Roles that may vouch' })).toContainText('role/Backend')
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  await emulator.fault({ operation: 'GetRolePolicy', error: 'AccessDenied' })
  await look()
  await expect(page.getByText('Of 2 roles it is not known: this connection lacks iam:GetRolePolicy.')).toBeVisible()
})
