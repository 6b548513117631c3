import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { IAM } from '@aws-sdk/client-iam'
import { STS } from '@aws-sdk/client-sts'
import * as fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createWorld } from '../create-world.ts'
import { requestHandler } from '../server/request-handler.ts'
import { openPool } from '../serve-for-tests.ts'
import type { World } from '../state/world.ts'
import { trust } from './iam-for-tests.ts'

const folder = mkdtempSync(join(tmpdir(), 'emulator-iam-'))
afterAll(() => rmSync(folder, { recursive: true }))

const configOf = (world: World, credentials = { accessKeyId: 'any', secretAccessKey: 'any', sessionToken: '' }) => ({
  region: 'us-east-1',
  credentials,
  requestHandler: requestHandler(world),
})

const text = (max: number) =>
  fc
    .string({ unit: fc.constantFrom(...'ab<>&"\'%+= /\t\n\réÿ§;'), minLength: 1, maxLength: max })
    .filter((one) => one.trim() !== '')
const name = fc.stringMatching(/^[\w+=,.@-]{1,40}$/)
const tags = fc.uniqueArray(fc.record({ Key: text(20), Value: text(20) }), {
  maxLength: 5,
  selector: ({ Key }) => Key.toLowerCase(),
})
const statement = fc.record(
  {
    Sid: fc.stringMatching(/^[A-Za-z0-9]{1,8}$/),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.oneof(fc.constant('*'), fc.array(fc.constantFrom('s3:Get*', 'dynamodb:Query'), { minLength: 1 })),
    Resource: fc.constantFrom('*', 'arn:aws:s3:::a/${cognito-identity.amazonaws.com:sub}/*'),
    Condition: fc.dictionary(
      fc.constantFrom('StringLike', 'ForAnyValue:StringEqualsIfExists', 'NotIpAddress', 'Null'),
      fc.dictionary(text(10), text(10), { maxKeys: 2 }),
    ),
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] },
)
const document = fc
  .uniqueArray(statement, { minLength: 1, maxLength: 3, selector: ({ Sid }) => Sid ?? Symbol('none') })
  .map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement }, null, 1))

test('whatever is made is read back as it was made, from a file that was opened again too', async () => {
  const path = join(folder, 'kept.db')
  const open = () => createWorld({ data: path })
  open().store.close()
  const role = fc.record({ name, description: text(60), path: fc.constantFrom('/', '/a/', '/a/b-c;d/'), tags })
  await fc.assert(
    fc.asyncProperty(role, name, document, async (given, PolicyName, PolicyDocument) => {
      const before = open()
      const RoleName = given.name
      const iam = new IAM(configOf(before))
      const { Role } = await iam.createRole({
        RoleName,
        Path: given.path,
        Description: given.description,
        AssumeRolePolicyDocument: trust(),
        Tags: given.tags,
      })
      await iam.putRolePolicy({ RoleName, PolicyName, PolicyDocument })
      const { Policy } = await iam.createPolicy({ PolicyName, PolicyDocument })
      const PolicyArn = Policy?.Arn ?? ''
      await iam.attachRolePolicy({ RoleName, PolicyArn })
      before.store.close()

      const after = open()
      const again = new IAM(configOf(after))
      const found = (await again.getRole({ RoleName })).Role
      expect(found).toEqual({ ...Role, RoleLastUsed: {} })
      expect([found?.Description, found?.Path, found?.Tags ?? []]).toEqual([given.description, given.path, given.tags])
      const inline = await again.getRolePolicy({ RoleName, PolicyName })
      expect(decodeURIComponent(inline.PolicyDocument ?? '')).toBe(PolicyDocument)
      const version = await again.getPolicyVersion({ PolicyArn, VersionId: 'v1' })
      expect(decodeURIComponent(version.PolicyVersion?.Document ?? '')).toBe(PolicyDocument)
      expect((await again.listAttachedRolePolicies({ RoleName })).AttachedPolicies).toEqual([{ PolicyName, PolicyArn }])

      await again.detachRolePolicy({ RoleName, PolicyArn })
      await again.deletePolicy({ PolicyArn })
      await again.deleteRolePolicy({ RoleName, PolicyName })
      await again.deleteRole({ RoleName })
      expect((await again.listRoles({})).Roles).toEqual([])
      after.store.close()
    }),
    { numRuns: 60 },
  )
})

test('credentials of a session are still good in a file that was opened again', async () => {
  const path = join(folder, 'sessions.db')
  const before = createWorld({ data: path })
  const cognito = new CognitoIdentity(configOf(before))
  const { IdentityPoolId } = await cognito.createIdentityPool(openPool)
  const { IdentityId } = await cognito.getId({ IdentityPoolId })
  const { Token } = await cognito.getOpenIdToken({ IdentityId })
  const { Role } = await new IAM(configOf(before)).createRole({ RoleName: 'R', AssumeRolePolicyDocument: trust() })
  const { Credentials } = await new STS(configOf(before)).assumeRoleWithWebIdentity({
    RoleArn: Role?.Arn,
    RoleSessionName: 'kept',
    WebIdentityToken: Token,
  })
  before.store.close()
  const keys = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  }
  const after = createWorld({ data: path, keys: new Map([['AKID', 'secret']]) })
  expect((await new STS(configOf(after, keys)).getCallerIdentity({})).Arn).toMatch(/:assumed-role\/R\/kept$/)
  after.store.close()
})
