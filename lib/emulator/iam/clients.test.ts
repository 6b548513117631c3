import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { IAM } from '@aws-sdk/client-iam'
import { afterAll, describe, expect, test } from 'vitest'
import { openPool, serveForTest } from '../serve-for-tests.ts'
import { awsCli, boto3, isInstalled, type OtherClient } from '../server/other-client-for-tests.ts'
import { onlyFor, permit, trust } from './iam-for-tests.ts'

const served = await serveForTest({ keys: new Map([['AKIDEXAMPLE', 'secret-example']]) })
afterAll(served.close)

/** Programs that this machine lacks are named in the output, and left out. */
const clients: [string, boolean, (service: string) => OtherClient][] = [
  ['AWS CLI', isInstalled('aws', '--version'), (service) => awsCli(served.url, service)],
  ['boto3', isInstalled('python3', '-c', 'import boto3'), (service) => boto3(served.url, service)],
]
const present = clients.filter(([, isHere]) => isHere)
for (const [name, isHere] of clients) if (!isHere) process.stderr.write(`${name} is not installed: not tested.\n`)

describe.each(present)('%s', (program, _isHere, make) => {
  const [iam, sts] = [make('iam'), make('sts')]
  afterAll(iam.close)
  afterAll(sts.close)
  const RoleName = program.replaceAll(/\W/g, '')

  test(
    'makes a role with a policy, takes both back, and is told by name what is wrong',
    { timeout: 120_000 },
    async () => {
      const made = await iam.call('CreateRole', { RoleName, AssumeRolePolicyDocument: trust(), Description: 'a & <b>' })
      const Arn = `arn:aws:iam::123456789012:role/${RoleName}`
      expect(made).toMatchObject({
        Role: { Arn, Description: 'a & <b>', AssumeRolePolicyDocument: JSON.parse(trust()) as object },
      })
      await iam.call('PutRolePolicy', { RoleName, PolicyName: 'maps', PolicyDocument: permit('s3:GetObject') })
      expect(await iam.call('GetRolePolicy', { RoleName, PolicyName: 'maps' })).toMatchObject({
        PolicyDocument: JSON.parse(permit('s3:GetObject')) as object,
      })
      expect(await iam.call('ListRolePolicies', { RoleName })).toMatchObject({ PolicyNames: ['maps'] })
      await expect(iam.call('DeleteRole', { RoleName })).rejects.toMatchObject({ name: 'DeleteConflict' })
      await iam.call('DeleteRolePolicy', { RoleName, PolicyName: 'maps' })
      await iam.call('DeleteRole', { RoleName })
      await expect(iam.call('GetRole', { RoleName })).rejects.toMatchObject({
        name: 'NoSuchEntity',
        message: `The role with name ${RoleName} cannot be found.`,
      })
    },
  )

  test('goes the basic flow to its end', { timeout: 60_000 }, async () => {
    const cognito = new CognitoIdentity(served.config())
    const { IdentityPoolId = '' } = await cognito.createIdentityPool(openPool)
    const { IdentityId } = await cognito.getId({ IdentityPoolId })
    const { Token: WebIdentityToken } = await cognito.getOpenIdToken({ IdentityId })
    const AssumeRolePolicyDocument = trust(onlyFor(IdentityPoolId, 'unauthenticated'))
    const { Role } = await new IAM(served.config()).createRole({ RoleName, AssumeRolePolicyDocument })
    const asked = { RoleArn: Role?.Arn, RoleSessionName: 'app' }
    expect(await sts.call('AssumeRoleWithWebIdentity', { ...asked, WebIdentityToken })).toMatchObject({
      SubjectFromWebIdentityToken: IdentityId,
      AssumedRoleUser: { Arn: `arn:aws:sts::123456789012:assumed-role/${RoleName}/app` },
    })
    await expect(sts.call('AssumeRoleWithWebIdentity', { ...asked, WebIdentityToken: 'none' })).rejects.toMatchObject({
      name: 'InvalidIdentityToken',
    })
    expect(await sts.call('GetCallerIdentity', {})).toMatchObject({ Account: '123456789012' })
  })
})
