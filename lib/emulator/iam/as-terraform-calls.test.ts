import { IAM } from '@aws-sdk/client-iam'
import { afterAll, expect, test } from 'vitest'
import { serveForTest } from '../serve-for-tests.ts'
import { permit, refusal, trust } from './iam-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const iam = new IAM(served.config())

test('what Terraform calls for a role and its policy, in its order, leaves no difference behind', async () => {
  const RoleName = 'ByHand'
  const Tags = [
    { Key: 'team', Value: 'web' },
    { Key: 'stage', Value: 'test' },
  ]
  const made = {
    RoleName,
    Path: '/',
    Description: 'Before',
    MaxSessionDuration: 3600,
    AssumeRolePolicyDocument: trust(),
  }
  await iam.createRole({ ...made, Tags })
  const PolicyDocument = permit('s3:GetObject')
  await iam.putRolePolicy({ RoleName, PolicyName: 'own-data', PolicyDocument })
  await iam.updateRoleDescription({ RoleName, Description: 'After' })
  await iam.updateRole({ RoleName, Description: 'After', MaxSessionDuration: 7200 })
  await iam.updateAssumeRolePolicy({ RoleName, PolicyDocument: trust({}, 'sts:*') })
  await iam.untagRole({ RoleName, TagKeys: ['stage'] })
  await iam.tagRole({ RoleName, Tags: [{ Key: 'team', Value: 'mobile' }] })
  const { Role } = await iam.getRole({ RoleName })
  expect(Role).toMatchObject({
    Description: 'After',
    MaxSessionDuration: 7200,
    Tags: [{ Key: 'team', Value: 'mobile' }],
    AssumeRolePolicyDocument: encodeURIComponent(trust({}, 'sts:*')).replaceAll('*', '%2A'),
  })
  expect((await iam.listRolePolicies({ RoleName })).PolicyNames).toEqual(['own-data'])
  expect((await iam.listAttachedRolePolicies({ RoleName })).AttachedPolicies).toEqual([])
  const policy = await iam.getRolePolicy({ RoleName, PolicyName: 'own-data' })
  expect(decodeURIComponent(policy.PolicyDocument ?? '')).toBe(PolicyDocument)
  await iam.deleteRolePolicy({ RoleName, PolicyName: 'own-data' })
  expect((await iam.listInstanceProfilesForRole({ RoleName })).InstanceProfiles).toEqual([])
  await iam.deleteRole({ RoleName })
  await expect(iam.getRole({ RoleName })).rejects.toMatchObject(refusal('NoSuchEntity', RoleName))
})
