import { describe, expect, it } from 'vitest'
import { identityRoles } from './identity-roles.ts'
import type { RoleMapping } from './pool-roles.ts'

const GOOGLE = 'accounts.google.com'
const FACEBOOK = 'graph.facebook.com'
const MEMBERS = 'login.members.example'
const USERS = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const OIDC = 'arn:aws:iam::123456789012:oidc-provider/id.example.com'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

const pool = {
  allowUnauthenticated: true,
  developerProviderName: MEMBERS,
  loginProviders: { [GOOGLE]: 'app', [FACEBOOK]: '123' },
  userPools: ['web', 'ios'].map((clientId) => ({ providerName: USERS, clientId, serverSideTokenCheck: true })),
  oidcProviderArns: [OIDC],
  samlProviderArns: [],
}
const rules = (provider: string, ambiguous: RoleMapping['ambiguous'] = 'Deny'): RoleMapping => ({
  provider,
  type: 'Rules',
  ambiguous,
  rules: [
    { claim: 'team', match: 'Equals', value: 'blue', roleArn: role('blue') },
    { claim: 'sub', match: 'StartsWith', value: 'admin-', roleArn: role('admin') },
  ],
})
const roles = (...mappings: RoleMapping[]) => ({
  authenticated: role('user'),
  unauthenticated: role('guest'),
  mappings,
})
const identity = (...logins: string[]) => ({
  identityId: 'us-east-1:a',
  state: logins.length > 0 ? ('authenticated' as const) : ('guest' as const),
  logins,
  createdAt: null,
  modifiedAt: null,
})

describe('the role of an identity', () => {
  it('is the guest role for a guest, and none where guests are not let in', () => {
    expect(identityRoles(identity(), pool, roles())).toMatchObject([
      { possible: [], outcome: { granted: true, roleArn: role('guest') } },
    ])
    expect(identityRoles(identity(), { ...pool, allowUnauthenticated: false }, roles())).toMatchObject([
      { outcome: { granted: false, name: 'NotAuthorizedException' } },
    ])
  })

  it('is none for one that is disabled', () => {
    expect(identityRoles({ ...identity(GOOGLE), state: 'disabled' }, pool, roles())).toEqual([])
  })

  it('is the default role for a login without a mapping, the developer provider’s included', () => {
    expect(identityRoles(identity(MEMBERS, GOOGLE), pool, roles(rules(FACEBOOK)))).toMatchObject([
      { key: MEMBERS, possible: [], outcome: { granted: true, roleArn: role('user') } },
      { key: GOOGLE, label: 'Google', possible: [], outcome: { granted: true, roleArn: role('user') } },
    ])
  })

  it('depends on the claims where a mapping has rules: every rule that may match, then what is left', () => {
    const [google] = identityRoles(identity(GOOGLE), pool, roles(rules(GOOGLE)))
    expect(google?.possible).toEqual([
      { roleArn: role('blue'), when: 'Rule 1: team equals “blue”.' },
      { roleArn: role('admin'), when: 'Rule 2: sub starts with “admin-”.' },
    ])
    expect(google?.outcome).toMatchObject({ granted: false, why: 'No rule matches. The mapping then denies.' })
    const [lenient] = identityRoles(identity(GOOGLE), pool, roles(rules(GOOGLE, 'AuthenticatedRole')))
    expect(lenient?.outcome).toMatchObject({ granted: true, roleArn: role('user') })
  })

  it('leaves out rules on claims that the provider’s tokens never show', () => {
    const [facebook] = identityRoles(identity(FACEBOOK), pool, roles(rules(FACEBOOK)))
    expect(facebook?.possible.map(({ roleArn }) => roleArn)).toEqual([role('admin')])
  })

  it('is told for each app client of a user pool, of which only one takes it from the token', () => {
    const mapping: RoleMapping = { provider: `${USERS}:ios`, type: 'Token', ambiguous: 'Deny', rules: [] }
    const [web, ios] = identityRoles(identity(USERS), pool, roles(mapping))
    expect(web).toMatchObject({ key: `${USERS}:web`, possible: [], outcome: { granted: true } })
    expect(ios?.possible).toHaveLength(2)
    expect(ios?.outcome).toMatchObject({ granted: false, why: 'The token names no role. The mapping then denies.' })
  })

  it('finds the mapping of an OpenID Connect provider, which an identity names by its issuer', () => {
    expect(identityRoles(identity('id.example.com'), pool, roles(rules(OIDC)))[0]?.possible).toHaveLength(2)
  })

  it('is none by a provider that the pool has dropped', () => {
    expect(identityRoles(identity('www.amazon.com'), pool, roles())).toMatchObject([
      { label: 'Amazon', outcome: { granted: false, why: expect.stringContaining('does not name this provider') } },
    ])
  })
})
