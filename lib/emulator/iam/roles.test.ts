import { IAM, paginateListRoles } from '@aws-sdk/client-iam'
import { afterAll, describe, expect, test } from 'vitest'
import { serveForTest } from '../serve-for-tests.ts'
import { permit, refusal, trust } from './iam-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const iam = new IAM(served.config())

let made = 0
const newName = () => `Role${++made}`
async function createRole(more: object = {}) {
  const RoleName = newName()
  await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust(), ...more })
  return RoleName
}

describe('a role', () => {
  test('is told as it was made, by name and in the list', async () => {
    const RoleName = newName()
    const { Role } = await iam.createRole({
      RoleName,
      AssumeRolePolicyDocument: trust(),
      Path: '/apps/web/',
      Description: 'für <alle> & "jeden"\n',
      MaxSessionDuration: 7200,
      Tags: [{ Key: 'team', Value: 'w & x' }],
    })
    expect(Role).toMatchObject({
      RoleName,
      Arn: `arn:aws:iam::123456789012:role/apps/web/${RoleName}`,
      Description: 'für <alle> & "jeden"\n',
      MaxSessionDuration: 7200,
      Tags: [{ Key: 'team', Value: 'w & x' }],
    })
    expect(Role?.RoleId).toMatch(/^AROA[A-Z2-7]{17}$/)
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(trust())
    expect(Math.abs((Role?.CreateDate?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
    const { RoleLastUsed, ...found } = (await iam.getRole({ RoleName })).Role ?? {}
    expect(found).toEqual(Role)
    expect(RoleLastUsed).toEqual({})
    const listed = (await iam.listRoles({ PathPrefix: '/apps/' })).Roles
    expect(listed?.map((one) => one.Arn)).toEqual([Role?.Arn])
    expect(listed?.[0]).not.toHaveProperty('Tags')
  })

  test('is changed in each of its parts', async () => {
    const RoleName = await createRole()
    await iam.updateRole({ RoleName, Description: 'one', MaxSessionDuration: 3600 })
    await iam.updateRole({ RoleName, MaxSessionDuration: 43_200 })
    expect((await iam.getRole({ RoleName })).Role).toMatchObject({ Description: 'one', MaxSessionDuration: 43_200 })
    expect((await iam.updateRoleDescription({ RoleName, Description: 'two' })).Role?.Description).toBe('two')
    const other = trust({}, 'sts:*')
    await iam.updateAssumeRolePolicy({ RoleName, PolicyDocument: other })
    expect(decodeURIComponent((await iam.getRole({ RoleName })).Role?.AssumeRolePolicyDocument ?? '')).toBe(other)
    const PermissionsBoundary = 'arn:aws:iam::aws:policy/PowerUserAccess'
    await iam.putRolePermissionsBoundary({ RoleName, PermissionsBoundary })
    expect((await iam.getRole({ RoleName })).Role?.PermissionsBoundary).toEqual({
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: PermissionsBoundary,
    })
    await iam.deleteRolePermissionsBoundary({ RoleName })
    expect((await iam.getRole({ RoleName })).Role).not.toHaveProperty('PermissionsBoundary')
  })

  test('has tags that come and go', async () => {
    const RoleName = await createRole()
    await iam.tagRole({ RoleName, Tags: ['a', 'b', 'c'].map((Key) => ({ Key, Value: `${Key}1` })) })
    await iam.tagRole({ RoleName, Tags: [{ Key: 'b', Value: '' }] })
    await iam.untagRole({ RoleName, TagKeys: ['a', 'never'] })
    expect((await iam.listRoleTags({ RoleName })).Tags).toEqual([
      { Key: 'b', Value: '' },
      { Key: 'c', Value: 'c1' },
    ])
    const Tags = Array.from({ length: 49 }, (_, index) => ({ Key: `k${index}`, Value: '' }))
    await expect(iam.tagRole({ RoleName, Tags })).rejects.toMatchObject(refusal('LimitExceeded'))
    const twice = [
      { Key: 'x', Value: '1' },
      { Key: 'X', Value: '2' },
    ]
    await expect(iam.tagRole({ RoleName, Tags: twice })).rejects.toMatchObject(
      refusal('InvalidInput', 'Duplicate tag keys'),
    )
  })

  test('is deleted when nothing is left on it, and only then', async () => {
    const RoleName = await createRole()
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
    await iam.putRolePolicy({ RoleName, PolicyName: 'inline', PolicyDocument: permit('s3:*') })
    await iam.attachRolePolicy({ RoleName, PolicyArn })
    await expect(iam.deleteRole({ RoleName })).rejects.toMatchObject(
      refusal('DeleteConflict', 'must delete policies first'),
    )
    await iam.deleteRolePolicy({ RoleName, PolicyName: 'inline' })
    await expect(iam.deleteRole({ RoleName })).rejects.toMatchObject(
      refusal('DeleteConflict', 'must detach all policies first'),
    )
    await iam.detachRolePolicy({ RoleName, PolicyArn })
    expect((await iam.listInstanceProfilesForRole({ RoleName })).InstanceProfiles).toEqual([])
    await iam.deleteRole({ RoleName })
    await expect(iam.getRole({ RoleName })).rejects.toMatchObject(
      refusal('NoSuchEntity', `The role with name ${RoleName} cannot be found.`),
    )
  })

  test('that nobody made is not there, whatever is asked of it', async () => {
    const RoleName = 'Nobody'
    const PolicyArn = 'arn:aws:iam::aws:policy/PowerUserAccess'
    for (const call of [
      iam.getRole({ RoleName }),
      iam.deleteRole({ RoleName }),
      iam.updateRole({ RoleName }),
      iam.listRolePolicies({ RoleName }),
      iam.listAttachedRolePolicies({ RoleName }),
      iam.listInstanceProfilesForRole({ RoleName }),
      iam.listRoleTags({ RoleName }),
      iam.attachRolePolicy({ RoleName, PolicyArn }),
      iam.putRolePolicy({ RoleName, PolicyName: 'p', PolicyDocument: permit('s3:*') }),
    ])
      await expect(call).rejects.toMatchObject(refusal('NoSuchEntity', 'Nobody'))
  })

  test('is refused under a name that is taken, in any case of letters', async () => {
    const RoleName = await createRole()
    const again = { RoleName: RoleName.toUpperCase(), AssumeRolePolicyDocument: trust() }
    await expect(iam.createRole(again)).rejects.toMatchObject(refusal('EntityAlreadyExists', 'already exists'))
  })

  test.each<[string, object, string]>([
    ['name', { RoleName: 'a b' }, "at 'roleName' failed to satisfy constraint"],
    ['path', { Path: 'apps' }, "at 'path' failed"],
    ['length of a session', { MaxSessionDuration: 60 }, 'greater than or equal to 3600'],
  ])('is refused with a wrong %s', async (_what, wrong, message) => {
    const given = { RoleName: newName(), AssumeRolePolicyDocument: trust(), ...wrong }
    await expect(iam.createRole(given)).rejects.toMatchObject(refusal('ValidationError', message))
  })
})

describe('the list of roles', () => {
  test('comes in pages, whose markers outlive what is deleted', async () => {
    for (const letter of ['a', 'b', 'c', 'd', 'e'])
      await iam.createRole({ RoleName: `Paged-${letter}`, Path: '/paged/', AssumeRolePolicyDocument: trust() })
    const asked = { PathPrefix: '/paged/', MaxItems: 2 }
    const walked: (string | undefined)[][] = []
    for await (const { Roles = [] } of paginateListRoles({ client: iam, pageSize: 2 }, { PathPrefix: '/paged/' }))
      walked.push(Roles.map(({ RoleName }) => RoleName?.slice(-1)))
    expect(walked).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    const first = await iam.listRoles(asked)
    expect(first.IsTruncated).toBe(true)
    await iam.deleteRole({ RoleName: 'Paged-b' })
    await iam.deleteRole({ RoleName: 'Paged-c' })
    const second = await iam.listRoles({ ...asked, Marker: first.Marker })
    expect(second.Roles?.map(({ RoleName }) => RoleName)).toEqual(['Paged-d', 'Paged-e'])
    expect(second.IsTruncated).toBe(false)
    await expect(iam.listRoles({ Marker: 'bm9uc2Vuc2U' })).rejects.toMatchObject(
      refusal('ValidationError', 'Invalid Marker'),
    )
  })
})
