import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { unwrap } from '../core/result.ts'
import { serveForTest } from '../emulator/serve-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { listVouchers } from './actions.ts'

const ACTION = 'cognito-identity:GetOpenIdTokenForDeveloperIdentity'
const ACCOUNT = '123456789012'
const served = await serveForTest()
const iam = new IAMClient(served.config())
beforeAll(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_IAM', served.url)
  return served.close
})
consoleForTests()

const allow = (Resource: string, more: object = {}, Action = ACTION) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource, ...more }] })
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
})
const arnOf = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`

async function role(name: string, document: string | null) {
  await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trust }))
  if (document !== null)
    await iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: 'inline', PolicyDocument: document }))
}

describe('who may vouch for developer users of a pool', () => {
  it('is every role whose policies allow it on that pool, read page by page', async () => {
    const { poolId } = await unwrap(createIdentityPool({ connectionId: 'test', region: 'us-east-1', name: 'Members' }))
    const poolArn = (id: string) => `arn:aws:cognito-identity:us-east-1:${ACCOUNT}:identitypool/${id}`
    await role('Backend', allow(poolArn(poolId)))
    await role('Everything', allow('*', {}, 'cognito-identity:*'))
    await role('OfficeOnly', allow('*', { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }))
    await role('OfAnotherPool', allow(poolArn('us-east-1:00000000-0000-4000-8000-000000000000')))
    await role('Nothing', null)
    for (let number = 0; number < 30; number += 1) await role(`Other${number}`, null)
    const managed = await iam.send(
      new CreatePolicyCommand({ PolicyName: 'Managed', PolicyDocument: allow(poolArn(poolId)) }),
    )
    await role('ByManaged', null)
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'ByManaged', PolicyArn: managed.Policy?.Arn }))

    const pool = { connectionId: 'test', poolId }
    const first = await unwrap(listVouchers({ pool }))
    expect(first.nextCursor).not.toBeNull()
    const second = await unwrap(listVouchers({ pool, cursor: first.nextCursor ?? undefined }))
    expect([first.read + second.read, second.nextCursor, first.unread]).toEqual([36, null, []])
    const found = [...first.vouchers, ...second.vouchers].toSorted((a, b) => (a.arn < b.arn ? -1 : 1))
    expect(found).toEqual([
      { arn: arnOf('Backend'), decision: 'allowed', on: [], policies: ['inline'] },
      { arn: arnOf('ByManaged'), decision: 'allowed', on: [], policies: ['Managed'] },
      { arn: arnOf('Everything'), decision: 'allowed', on: [], policies: ['inline'] },
      { arn: arnOf('OfficeOnly'), decision: 'depends', on: ['aws:SourceIp'], policies: ['inline'] },
    ])

    served.world.faults.add([{ operation: 'ListRolePolicies', error: 'AccessDenied', count: 1 }])
    const { unread } = await unwrap(listVouchers({ pool }))
    expect(unread).toEqual([{ arn: expect.stringContaining(':role/') as string, lacks: 'iam:ListRolePolicies' }])
    served.world.faults.add([{ operation: 'ListRoles', error: 'AccessDenied', count: 1 }])
    expect(await listVouchers({ pool })).toMatchObject({ error: { code: 'DENIED', iamAction: 'iam:ListRoles' } })
  })
})
