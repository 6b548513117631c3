import { IAM } from '@aws-sdk/client-iam'
import { afterAll, expect, test } from 'vitest'
import { serveForTest } from '../serve-for-tests.ts'
import { permit, refusal, trust } from './iam-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const iam = new IAM(served.config())

async function createPolicy(PolicyName: string) {
  const { Policy } = await iam.createPolicy({ PolicyName, PolicyDocument: permit('s3:GetObject') })
  return Policy?.Arn ?? ''
}

test('inline policies of a role are put, told, replaced and removed', async () => {
  const RoleName = 'Inline'
  await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust() })
  for (const PolicyName of ['b', 'a'])
    await iam.putRolePolicy({ RoleName, PolicyName, PolicyDocument: permit('s3:GetObject') })
  await iam.putRolePolicy({ RoleName, PolicyName: 'a', PolicyDocument: permit('s3:Get*') })
  expect((await iam.listRolePolicies({ RoleName })).PolicyNames).toEqual(['a', 'b'])
  const { PolicyDocument = '' } = await iam.getRolePolicy({ RoleName, PolicyName: 'a' })
  expect(PolicyDocument).not.toMatch(/[!'()*{]/)
  expect(decodeURIComponent(PolicyDocument)).toBe(permit('s3:Get*'))
  await iam.deleteRolePolicy({ RoleName, PolicyName: 'a' })
  await expect(iam.getRolePolicy({ RoleName, PolicyName: 'a' })).rejects.toMatchObject(
    refusal('NoSuchEntity', 'role policy with name a'),
  )
  await expect(iam.deleteRolePolicy({ RoleName, PolicyName: 'a' })).rejects.toMatchObject(
    refusal('NoSuchEntity', 'role policy with name a'),
  )
})

test('managed policies are attached, those of AWS too, at most ten to a role', async () => {
  const RoleName = 'Attached'
  await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust() })
  const arns = await Promise.all(Array.from({ length: 9 }, (_, index) => createPolicy(`Ten${index}`)))
  const ofAws = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
  for (const PolicyArn of [...arns, ofAws, ofAws]) await iam.attachRolePolicy({ RoleName, PolicyArn })
  const { AttachedPolicies = [] } = await iam.listAttachedRolePolicies({ RoleName })
  expect(AttachedPolicies).toHaveLength(10)
  expect(AttachedPolicies[0]).toEqual({ PolicyName: 'AmazonS3FullAccess', PolicyArn: ofAws })
  const eleventh = await createPolicy('Eleventh')
  await expect(iam.attachRolePolicy({ RoleName, PolicyArn: eleventh })).rejects.toMatchObject(
    refusal('LimitExceeded', 'PoliciesPerRole: 10'),
  )
  const nobody = 'arn:aws:iam::aws:policy/NobodyHasThis'
  await expect(iam.attachRolePolicy({ RoleName, PolicyArn: nobody })).rejects.toMatchObject(
    refusal('NoSuchEntity', nobody),
  )
  await expect(iam.detachRolePolicy({ RoleName, PolicyArn: eleventh })).rejects.toMatchObject(
    refusal('NoSuchEntity', eleventh),
  )
  const { Policy } = await iam.getPolicy({ PolicyArn: ofAws })
  const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn: ofAws, VersionId: Policy?.DefaultVersionId })
  expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toContain('"s3:*"')
  const { PolicyRoles } = await iam.listEntitiesForPolicy({ PolicyArn: ofAws })
  expect(PolicyRoles?.map((role) => role.RoleName)).toEqual([RoleName])
  await expect(iam.deletePolicy({ PolicyArn: ofAws })).rejects.toMatchObject(
    refusal('AccessDenied', 'outside your own account'),
  )
})

test('a policy of the account has up to five versions, one of which holds', async () => {
  const PolicyArn = await createPolicy('Versions')
  const version = (action: string, SetAsDefault: boolean) =>
    iam.createPolicyVersion({ PolicyArn, PolicyDocument: permit(action), SetAsDefault })
  expect((await version('s3:PutObject', true)).PolicyVersion).toMatchObject({ VersionId: 'v2', IsDefaultVersion: true })
  for (const action of ['s3:A', 's3:B', 's3:C']) await version(action, false)
  await expect(version('s3:D', false)).rejects.toMatchObject(refusal('LimitExceeded', 'up to 5 versions'))
  await expect(iam.deletePolicyVersion({ PolicyArn, VersionId: 'v2' })).rejects.toMatchObject(
    refusal('DeleteConflict', 'default version'),
  )
  await expect(iam.deletePolicy({ PolicyArn })).rejects.toMatchObject(
    refusal('DeleteConflict', 'more than one version'),
  )
  await iam.setDefaultPolicyVersion({ PolicyArn, VersionId: 'v5' })
  for (const VersionId of ['v1', 'v2', 'v3', 'v4']) await iam.deletePolicyVersion({ PolicyArn, VersionId })
  expect((await version('s3:E', false)).PolicyVersion?.VersionId).toBe('v6')
  const { Versions = [] } = await iam.listPolicyVersions({ PolicyArn })
  expect(Versions.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion])).toEqual([
    ['v5', true],
    ['v6', false],
  ])
  await expect(iam.getPolicyVersion({ PolicyArn, VersionId: 'v1' })).rejects.toMatchObject(
    refusal('NoSuchEntity', 'version v1'),
  )
})

test('a policy of the account is told, tagged, listed and removed when nobody has it', async () => {
  const tags = [{ Key: 'team', Value: 'web' }]
  const { Policy } = await iam.createPolicy({
    PolicyName: 'Told',
    Path: '/told/',
    Description: 'One',
    PolicyDocument: permit('s3:GetObject'),
    Tags: tags,
  })
  const PolicyArn = Policy?.Arn ?? ''
  expect(Policy).toMatchObject({ Path: '/told/', DefaultVersionId: 'v1', AttachmentCount: 0, Tags: tags })
  expect((await iam.getPolicy({ PolicyArn })).Policy).toEqual(Policy)
  await iam.tagPolicy({ PolicyArn, Tags: [{ Key: 'more', Value: '' }] })
  await iam.untagPolicy({ PolicyArn, TagKeys: ['team'] })
  expect((await iam.listPolicyTags({ PolicyArn })).Tags).toEqual([{ Key: 'more', Value: '' }])
  await expect(iam.createPolicy({ PolicyName: 'TOLD', PolicyDocument: permit('s3:*') })).rejects.toMatchObject(
    refusal('EntityAlreadyExists', 'A policy called TOLD already exists'),
  )
  await iam.createRole({ RoleName: 'Holder', AssumeRolePolicyDocument: trust(), PermissionsBoundary: PolicyArn })
  await expect(iam.deletePolicy({ PolicyArn })).rejects.toMatchObject(refusal('DeleteConflict', 'attached to entities'))
  const local = (await iam.listPolicies({ Scope: 'Local', PathPrefix: '/told/' })).Policies
  expect(local?.map((one) => [one.Arn, one.PermissionsBoundaryUsageCount])).toEqual([[PolicyArn, 1]])
  const ofAws = (await iam.listPolicies({ Scope: 'AWS', MaxItems: 1000 })).Policies ?? []
  expect(ofAws.every(({ Arn }) => Arn?.startsWith('arn:aws:iam::aws:policy/'))).toBe(true)
  expect(ofAws.length).toBeGreaterThan(3)
  await iam.deleteRole({ RoleName: 'Holder' })
  await iam.deletePolicy({ PolicyArn })
  await expect(iam.getPolicy({ PolicyArn })).rejects.toMatchObject(refusal('NoSuchEntity', 'was not found'))
})
