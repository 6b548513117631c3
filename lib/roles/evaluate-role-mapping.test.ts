import { describe, expect, it } from 'vitest'
import type { Claims } from './claims.ts'
import { evaluateRoleMapping } from './evaluate-role-mapping.ts'
import type { MappingRule, RoleMapping, RoleSettings, RuleMatch } from './pool-roles.ts'

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const GOOGLE = 'accounts.google.com'
const CLIENT = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:client1'

const rule = (claim: string, match: RuleMatch, value: string, name: string): MappingRule => ({
  claim,
  match,
  value,
  roleArn: role(name),
})

const pool = (mappings: RoleMapping[], settings: Partial<RoleSettings> = {}, allowUnauthenticated = true) => ({
  allowUnauthenticated,
  roles: { authenticated: role('User'), unauthenticated: role('Guest'), ...settings, mappings },
})

const mapping = (rest: Partial<RoleMapping>): RoleMapping => ({
  provider: GOOGLE,
  type: 'Rules',
  ambiguous: 'Deny',
  rules: [],
  ...rest,
})

const user = (claims: Claims, customRoleArn: string | null = null, provider = GOOGLE) => ({
  as: 'user' as const,
  provider,
  claims,
  customRoleArn,
})

const denial = (provider: string) => ({
  granted: false,
  name: 'NotAuthorizedException',
  message: `The ambiguous role mapping rules for: ${provider} denied this request.`,
})
const noRole = { granted: false, name: 'InvalidIdentityPoolConfigurationException' }

describe('a guest', () => {
  it('gets the guest role', () => {
    expect(evaluateRoleMapping(pool([]), { as: 'guest' }).outcome).toMatchObject({
      granted: true,
      roleArn: role('Guest'),
    })
  })

  it('is refused while guest access is off', () => {
    expect(evaluateRoleMapping(pool([], {}, false), { as: 'guest' }).outcome).toMatchObject({
      granted: false,
      name: 'NotAuthorizedException',
      message: 'Unauthenticated access is not supported for this identity pool.',
    })
  })

  it('gets nothing without a guest role', () => {
    expect(evaluateRoleMapping(pool([], { unauthenticated: null }), { as: 'guest' }).outcome).toMatchObject(noRole)
  })
})

describe('a user of a provider without a mapping', () => {
  it('gets the authenticated role, whatever role is asked for', () => {
    const { outcome } = evaluateRoleMapping(pool([]), user({}, role('Other')))
    expect(outcome).toMatchObject({ granted: true, roleArn: role('User') })
  })

  it('says that the roles which the token names are ignored', () => {
    const caller = { as: 'user' as const, provider: 'graph.facebook.com', customRoleArn: null }
    const why = (claims: object) => evaluateRoleMapping(pool([]), { ...caller, claims: { ...claims } }).outcome.why
    expect(why({ 'cognito:roles': [role('Admin')] })).toContain('are ignored')
    expect(why({ 'cognito:preferred_role': role('Admin') })).toContain('are ignored')
    expect(why({ 'cognito:groups': ['admins'] })).not.toContain('ignored')
  })

  it('gets nothing without an authenticated role', () => {
    expect(evaluateRoleMapping(pool([], { authenticated: null }), user({})).outcome).toMatchObject(noRole)
  })

  it('is not touched by the mapping of another app client', () => {
    const other = mapping({ provider: `${CLIENT}2`, type: 'Token' })
    expect(evaluateRoleMapping(pool([other]), user({}, null, CLIENT)).outcome).toMatchObject({ roleArn: role('User') })
  })
})

describe('a role from the token', () => {
  const roles = [role('A'), role('B')]
  const cases: [string, Claims, string | null, RoleMapping['ambiguous'], object][] = [
    [
      'the preferred role first',
      { 'cognito:preferred_role': role('B'), 'cognito:roles': roles },
      null,
      'Deny',
      { roleArn: role('B') },
    ],
    ['the only role', { 'cognito:roles': [role('A')] }, null, 'Deny', { roleArn: role('A') }],
    [
      'a custom role of the list',
      { 'cognito:preferred_role': role('B'), 'cognito:roles': roles },
      role('A'),
      'Deny',
      { roleArn: role('A') },
    ],
    [
      'no custom role outside the list',
      { 'cognito:preferred_role': role('B'), 'cognito:roles': [role('A')] },
      role('B'),
      'AuthenticatedRole',
      denial(CLIENT.slice(0, -8)),
    ],
    ['no role out of several when it denies', { 'cognito:roles': roles }, null, 'Deny', denial(CLIENT.slice(0, -8))],
    [
      'the default out of several otherwise',
      { 'cognito:roles': roles },
      null,
      'AuthenticatedRole',
      { roleArn: role('User') },
    ],
    ['the default without any role', {}, null, 'AuthenticatedRole', { roleArn: role('User') }],
    ['no role without any when it denies', { 'cognito:roles': [] }, null, 'Deny', denial(CLIENT.slice(0, -8))],
    ['no role when nothing says what to do', {}, null, null, denial(CLIENT.slice(0, -8))],
  ]

  it.each(cases)('is %s', (_, claims, custom, ambiguous, outcome) => {
    const token = mapping({ provider: CLIENT, type: 'Token', ambiguous })
    expect(evaluateRoleMapping(pool([token]), user(claims, custom, CLIENT)).outcome).toMatchObject(outcome)
  })
})

describe('one rule', () => {
  const cases: [string, MappingRule, Claims, boolean][] = [
    ['equal text', rule('team', 'Equals', 'blue', 'A'), { team: 'blue' }, true],
    ['another case', rule('team', 'Equals', 'Blue', 'A'), { team: 'blue' }, false],
    ['a number as text', rule('level', 'Equals', '3', 'A'), { level: 3 }, true],
    ['a truth value as text', rule('paid', 'Equals', 'true', 'A'), { paid: true }, true],
    ['a list of one', rule('cognito:groups', 'Equals', 'admins', 'A'), { 'cognito:groups': ['admins'] }, true],
    [
      'an element of a list',
      rule('cognito:groups', 'Contains', 'admins', 'A'),
      { 'cognito:groups': ['x', 'admins'] },
      true,
    ],
    ['part of a text', rule('email', 'Contains', '@example.com', 'A'), { email: 'ada@example.com' }, true],
    ['no part of a text', rule('email', 'Contains', '@example.org', 'A'), { email: 'ada@example.com' }, false],
    ['the start', rule('sub', 'StartsWith', 'auth0|', 'A'), { sub: 'auth0|1' }, true],
    ['not the start', rule('sub', 'StartsWith', 'auth0|', 'A'), { sub: 'x-auth0|1' }, false],
    ['a difference', rule('team', 'NotEqual', 'blue', 'A'), { team: 'red' }, true],
    ['no difference', rule('team', 'NotEqual', 'blue', 'A'), { team: 'blue' }, false],
    ['a difference from the empty text', rule('team', 'NotEqual', 'blue', 'A'), { team: '' }, true],
    ['no difference of an absent claim', rule('team', 'NotEqual', 'blue', 'A'), {}, false],
    ['no difference of a null claim', rule('team', 'NotEqual', 'blue', 'A'), { team: null }, false],
    ['no claim that only objects have', rule('toString', 'NotEqual', 'blue', 'A'), {}, false],
  ]

  it('names the claim that was meant', () => {
    const why = (claim: string, claims: Claims) =>
      evaluateRoleMapping(pool([mapping({ rules: [rule(claim, 'Equals', 'x', 'A')] })]), user(claims)).rules[0]?.why
    expect(why('groups', { 'custom:groups': 'x' })).toBe('The token has no claim groups. Did you mean custom:groups?')
    expect(why('Team', { team: 'x' })).toContain('Did you mean team?')
    expect(why('team', { other: 'x' })).toBe('The token has no claim team.')
  })

  it.each(cases)('by %s', (_, only, claims, matches) => {
    const { outcome, rules } = evaluateRoleMapping(pool([mapping({ rules: [only] })]), user(claims))
    expect(outcome.granted).toBe(matches)
    expect(rules.map(({ verdict }) => verdict)).toEqual([matches ? 'matched' : 'not-matched'])
  })
})

describe('rules in order', () => {
  const rules = [
    rule('team', 'Equals', 'blue', 'Blue'),
    rule('team', 'Contains', 'e', 'Any'),
    rule('team', 'StartsWith', 'bl', 'Any'),
  ]
  const verdicts = (claims: Claims, custom: string | null = null) => {
    const { outcome, rules: judged } = evaluateRoleMapping(pool([mapping({ rules })]), user(claims, custom))
    return { outcome, judged: judged.map(({ verdict }) => verdict) }
  }

  it('stop at the first that matches', () => {
    const { outcome, judged } = verdicts({ team: 'green' })
    expect(outcome).toMatchObject({ granted: true, roleArn: role('Any') })
    expect(judged).toEqual(['not-matched', 'matched', 'not-reached'])
  })

  it('are overridden by a custom role that a later match has', () => {
    const { outcome, judged } = verdicts({ team: 'blue' }, role('Any'))
    expect(outcome).toMatchObject({ granted: true, roleArn: role('Any') })
    expect(judged).toEqual(['overridden', 'matched', 'not-reached'])
  })

  it('deny a custom role that no match has', () => {
    const { outcome, judged } = verdicts({ team: 'red' }, role('Blue'))
    expect(outcome).toMatchObject(denial(GOOGLE))
    expect(judged).toEqual(['not-matched', 'overridden', 'not-matched'])
  })

  it('fall back as the mapping says', () => {
    const lenient = mapping({ rules, ambiguous: 'AuthenticatedRole' })
    expect(evaluateRoleMapping(pool([lenient]), user({})).outcome).toMatchObject({ roleArn: role('User') })
    expect(verdicts({}).outcome).toMatchObject(denial(GOOGLE))
    expect(evaluateRoleMapping(pool([lenient], { authenticated: null }), user({})).outcome).toMatchObject(noRole)
  })

  it('see only iss, aud and sub of a Facebook or Amazon user', () => {
    for (const provider of ['graph.facebook.com', 'www.amazon.com']) {
      const few = mapping({ provider, rules: [rule('email', 'Contains', '@', 'A'), rule('sub', 'Equals', '7', 'B')] })
      const { outcome, rules: judged } = evaluateRoleMapping(
        pool([few]),
        user({ email: 'a@b', sub: '7' }, null, provider),
      )
      expect(outcome).toMatchObject({ roleArn: role('B') })
      expect(judged[0]?.why).toBe('The token has no claim email.')
    }
  })

  it('name an OpenID Connect provider in a denial by its issuer', () => {
    const provider = 'arn:aws:iam::123456789012:oidc-provider/id.example.com/tenant'
    expect(evaluateRoleMapping(pool([mapping({ provider })]), user({}, null, provider)).outcome).toMatchObject(
      denial('id.example.com/tenant'),
    )
  })
})
