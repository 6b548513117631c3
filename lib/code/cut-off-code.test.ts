import { describe, expect, it } from 'vitest'
import { decideRequest } from '../policies/decide-request.ts'
import { cutOffPolicy, MOST_CUT_OFF, type CutOff } from '../reach/cut-off.ts'
import { cutOffCode } from './cut-off-code.ts'

const id = 'us-east-1:11111111-2222-4333-8444-555555555555'
const poolId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const role = 'arn:aws:iam::123456789012:role/app/User'
const SERVICE = 'cognito-identity.amazonaws.com'
const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }

const of = (cut: CutOff, context: Record<string, string>) =>
  decideRequest({ identity: [everything, cutOffPolicy(cut)], action: 's3:GetObject', resource: '*', context }).decision

describe('the policy that cuts off', () => {
  it.each<[CutOff, Record<string, string>, Record<string, string>]>([
    [{ of: 'identities', identityIds: [id] }, { [`${SERVICE}:sub`]: id }, { [`${SERVICE}:sub`]: poolId }],
    [{ of: 'identities', identityIds: [poolId, id] }, { [`${SERVICE}:sub`]: id }, { [`${SERVICE}:sub`]: role }],
    [{ of: 'pool', poolId }, { [`${SERVICE}:aud`]: poolId }, { [`${SERVICE}:aud`]: id }],
    [
      { of: 'sessions', before: '2026-11-27T12:00:00Z' },
      { 'aws:TokenIssueTime': '2026-11-27T11:59:59Z' },
      { 'aws:TokenIssueTime': '2026-11-27T12:00:00Z' },
    ],
  ])('hits %j and nobody else', (cut, hit, spared) => {
    expect([of(cut, hit), of(cut, spared)]).toEqual(['denied', 'allowed'])
  })

  it('of as many identities as are named is short enough for a role', () => {
    const identityIds = Array<string>(MOST_CUT_OFF).fill(id)
    expect(JSON.stringify(cutOffPolicy({ of: 'identities', identityIds })).length).toBeLessThan(6144)
  })

  it('names a role to put in where none is known', () => {
    expect(cutOffCode({ of: 'pool', poolId }, [], 'cli')).toContain('--role-name ROLE_NAME')
    expect(cutOffCode({ of: 'pool', poolId }, [], 'terraform')).toContain('role   = "ROLE_NAME"')
  })

  it('is told in three languages', () => {
    const cut: CutOff = { of: 'pool', poolId }
    expect(JSON.parse(cutOffCode(cut, [role], 'json'))).toEqual(cutOffPolicy(cut))
    const cli = cutOffCode(cut, [role, `${role}2`], 'cli')
    expect(cli).toContain('aws iam put-role-policy \\\n  --role-name User \\\n  --policy-name LifeguardCutOff')
    expect(cli).toContain('--role-name User2')
    const terraform = cutOffCode(cut, [role], 'terraform')
    expect(terraform).toContain(
      'resource "aws_iam_role_policy" "cut_off_1" {\n  name   = "LifeguardCutOff"\n  role   = "User"',
    )
  })
})
