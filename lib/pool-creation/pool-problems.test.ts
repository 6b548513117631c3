import { describe, expect, it } from 'vitest'
import { awkwardPool, barePool } from '../code/pools-for-tests.ts'
import type { Snapshot } from '../code/snapshot.ts'
import type { RoleMapping } from '../roles/pool-roles.ts'
import { ruleDoubts } from '../roles/rule-doubts.ts'
import { poolProblems } from './pool-problems.ts'

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC'
const role = 'arn:aws:iam::123456789012:role/User'
const rule = { claim: 'team', match: 'Equals' as const, value: 'blue', roleArn: role }
const mapping: RoleMapping = { provider: 'accounts.google.com', type: 'Rules', ambiguous: 'Deny', rules: [rule] }
const withPool = (pool: Partial<Snapshot['pool']>): Snapshot => ({ ...barePool, pool: { ...barePool.pool, ...pool } })
const withMapping = (changed: Partial<RoleMapping>): Snapshot => ({
  ...barePool,
  roles: { ...barePool.roles, mappings: [{ ...mapping, ...changed }] },
})

describe('what stands in the way of a new pool', () => {
  it.each([
    ['that uses everything', awkwardPool],
    ['that has nothing but a name', barePool],
    ['with tags that only AWS sets', withPool({ tags: { 'aws:cloudformation:stack-name': 'shop' } })],
  ])('is nothing for a pool %s', (_, snapshot) => {
    expect(poolProblems(snapshot)).toEqual([])
  })

  it.each<[string, Snapshot, string]>([
    [
      'a SAML provider',
      withPool({ samlProviderArns: ['okta'] }),
      'SAML provider okta: A SAML provider has an ARN like arn:aws:iam::123456789012:saml-provider/Okta.',
    ],
    [
      'a client',
      withPool({ userPools: [{ providerName: USER_POOL, clientId: 'a-b', serverSideTokenCheck: true }] }),
      'User pool client User pool us-east-1_AbC: An app client id has letters, digits and _ only.',
    ],
    [
      'a user pool',
      withPool({ userPools: [{ providerName: 'us-east1_AbC', clientId: 'web', serverSideTokenCheck: true }] }),
      'User pool client us-east1_AbC: us-east1 is not a Region. One looks like us-east-1.',
    ],
    ['an app id', withPool({ loginProviders: { 'www.amazon.com': '' } }), 'Login provider Amazon: Give the app id.'],
    ['tags', withPool({ tags: { team: 'x'.repeat(257) } }), 'Tag team: A value has at most 256 characters.'],
    [
      'a role',
      { ...barePool, roles: { ...barePool.roles, unauthenticated: 'Guest' } },
      'Guest role: This is no role ARN. One looks like arn:aws:iam::123456789012:role/AppUser.',
    ],
    ['a rule', withMapping({ rules: [rule, { ...rule, value: '' }] }), 'Role of Google, rule 2: Give a value.'],
    [
      'principal tags',
      { ...barePool, principalTags: [{ provider: 'accounts.google.com', useDefaults: false, tags: { team: '' } }] },
      'Principal tags of Google: Tag team: Name the claim that it takes its value from.',
    ],
  ])('is named with its place: %s', (_, snapshot, problem) => {
    expect(poolProblems(snapshot)).toEqual([problem])
  })

  it('may be more rules than the service documents, which it decides itself', () => {
    const snapshot = withMapping({ rules: Array.from({ length: 26 }, () => rule) })
    expect(poolProblems(snapshot)).toEqual([])
    expect(ruleDoubts(snapshot.roles.mappings)).toEqual([
      'Google has 26 rules: the service documents at most 25 and may refuse the roles.',
    ])
  })
})
