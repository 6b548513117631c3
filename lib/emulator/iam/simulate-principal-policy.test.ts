import { IAM } from '@aws-sdk/client-iam'
import { afterAll, expect, test } from 'vitest'
import { serveForTest } from '../serve-for-tests.ts'
import { permit, refusal, trust } from './iam-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const iam = new IAM(served.config())

test('a role’s policies under its boundary are asked, with the policy that decides and the keys that are missing', async () => {
  const RoleName = 'Simulated'
  const limit = await iam.createPolicy({ PolicyName: 'Limit', PolicyDocument: permit('s3:*') })
  const { Role } = await iam.createRole({
    RoleName,
    AssumeRolePolicyDocument: trust(),
    PermissionsBoundary: limit.Policy?.Arn,
  })
  const own = {
    Effect: 'Allow',
    Action: ['s3:GetObject', 'ec2:RunInstances'],
    Resource: 'arn:aws:s3:::photos/${aws:PrincipalTag/team}/*',
    Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  }
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: own })
  await iam.putRolePolicy({ RoleName, PolicyName: 'own', PolicyDocument })
  const ask = async (ResourceArns: string[], context: Record<string, string>) => {
    const { EvaluationResults = [] } = await iam.simulatePrincipalPolicy({
      PolicySourceArn: Role?.Arn,
      ActionNames: ['s3:GetObject', 'ec2:RunInstances'],
      ResourceArns,
      ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
        ContextKeyName,
        ContextKeyValues: [value],
        ContextKeyType: 'string',
      })),
    })
    return EvaluationResults
  }
  const team = { 'aws:PrincipalTag/team': 'blue', 'aws:SourceIp': '10.1.2.3' }
  expect(await ask(['arn:aws:s3:::photos/blue/a'], team)).toMatchObject([
    { EvalDecision: 'allowed', MatchedStatements: [{ SourcePolicyId: 'role_Simulated_own' }] },
    { EvalDecision: 'implicitDeny' },
  ])
  expect(await ask(['arn:aws:s3:::photos/blue/a'], {})).toMatchObject([
    { EvalDecision: 'implicitDeny', MissingContextValues: ['aws:SourceIp', 'aws:PrincipalTag/team'] },
    { EvalDecision: 'implicitDeny' },
  ])
  const star = { ...team, 'aws:PrincipalTag/team': '*' }
  expect((await ask(['arn:aws:s3:::photos/red/a'], star))[0]?.EvalDecision).toBe('implicitDeny')
  await iam.putRolePolicy({
    RoleName,
    PolicyName: 'not',
    PolicyDocument: permit('s3:GetObject').replace('Allow', 'Deny'),
  })
  expect((await ask(['arn:aws:s3:::photos/blue/a'], team))[0]?.EvalDecision).toBe('explicitDeny')
})

test('a role that is not there has no answer', async () => {
  const asked = { PolicySourceArn: 'arn:aws:iam::123456789012:role/Nobody', ActionNames: ['s3:GetObject'] }
  await expect(iam.simulatePrincipalPolicy(asked)).rejects.toMatchObject(refusal('NoSuchEntity'))
})
