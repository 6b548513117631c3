import { IAM } from '@aws-sdk/client-iam'
import { afterAll, describe, expect, test } from 'vitest'
import { serveForTest } from '../serve-for-tests.ts'
import { permit, refusal, trust } from './iam-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const iam = new IAM(served.config())

let made = 0
async function createRole() {
  const RoleName = `Role${++made}`
  await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust() })
  return RoleName
}

describe('a policy document', () => {
  const bad: [string, string, string, RegExp][] = [
    ['trust', 'no JSON', '{"Version"', /invalid Json/],
    ['trust', 'no statement', '{"Version":"2012-10-17","Statement":[]}', /Syntax errors/],
    ['trust', 'a resource', withStatement({ Resource: '*' }, 'trust'), /prohibited field Resource/],
    ['trust', 'no principal', withStatement({ Principal: undefined }, 'trust'), /required field Principal/],
    ['trust', 'an action of another service', withStatement({ Action: 's3:GetObject' }, 'trust'), /STS AssumeRole/],
    ['identity', 'a principal', withStatement({ Principal: '*' }, 'identity'), /should not specify a principal/],
    ['identity', 'no resource', withStatement({ Resource: undefined }, 'identity'), /must contain resources/],
    ['identity', 'a bare word for a resource', withStatement({ Resource: 'bucket' }, 'identity'), /ARN format/],
    ['identity', 'an action of no service', withStatement({ Action: 'GetObject' }, 'identity'), /prefaced by a vendor/],
    ['identity', 'another effect', withStatement({ Effect: 'Permit' }, 'identity'), /Syntax errors/],
    ['identity', 'an unknown element', withStatement({ Actions: 's3:*' }, 'identity'), /Syntax errors/],
    ['identity', 'an unknown operator', withStatement({ Condition: { Matches: {} } }, 'identity'), /Syntax errors/],
    ['identity', 'action and its opposite', withStatement({ NotAction: 's3:*' }, 'identity'), /Syntax errors/],
  ]
  test.each(bad)('of %s with %s is malformed', async (kind, _what, PolicyDocument, message) => {
    const RoleName = await createRole()
    const call =
      kind === 'trust'
        ? iam.updateAssumeRolePolicy({ RoleName, PolicyDocument })
        : iam.putRolePolicy({ RoleName, PolicyName: 'p', PolicyDocument })
    await expect(call).rejects.toMatchObject(refusal('MalformedPolicyDocument', message))
    expect((await iam.listRolePolicies({ RoleName })).PolicyNames).toEqual([])
  })

  test('may be as large as the quota, white space not counted, and no larger', async () => {
    const RoleName = await createRole()
    const sized = (size: number) => {
      const empty = permit('s3:')
      return `${permit(`s3:${'x'.repeat(size - empty.length)}`)}${' '.repeat(500)}`
    }
    await iam.putRolePolicy({ RoleName, PolicyName: 'one', PolicyDocument: sized(6000) })
    await iam.putRolePolicy({ RoleName, PolicyName: 'two', PolicyDocument: sized(4240) })
    const more = iam.putRolePolicy({ RoleName, PolicyName: 'two', PolicyDocument: sized(4241) })
    await expect(more).rejects.toMatchObject(refusal('LimitExceeded', 'Maximum policy size of 10240 bytes exceeded'))
    const managed = (size: number) => iam.createPolicy({ PolicyName: `P${size}`, PolicyDocument: sized(size) })
    await managed(6144)
    await expect(managed(6145)).rejects.toMatchObject(refusal('LimitExceeded', 'PolicySize: 6144'))
    const long = trust({ StringEquals: { x: 'y'.repeat(2048) } })
    await expect(iam.updateAssumeRolePolicy({ RoleName, PolicyDocument: long })).rejects.toMatchObject(
      refusal('LimitExceeded', 'ACLSizePerRole'),
    )
  })
})

function withStatement(change: object, kind: 'trust' | 'identity'): string {
  const { Version, Statement } = JSON.parse(kind === 'trust' ? trust() : permit('s3:*')) as {
    Version: string
    Statement: object[]
  }
  return JSON.stringify({ Version, Statement: [{ ...Statement[0], ...change }] })
}
