import { describe, expect, it } from 'vitest'
import { decideRequest } from '../policies/decide-request.ts'
import { personOfClaims, personOfRule, personsOfIdentity, type WhoSettings } from './persons.ts'
import { sessionFacts } from './session-facts.ts'

const poolId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const identityId = 'us-east-1:11111111-2222-4333-8444-555555555555'
const GOOGLE = 'accounts.google.com'
const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const APP = `${USER_POOL}:client1`
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const SERVICE = 'cognito-identity.amazonaws.com'

const rules = [
  { claim: 'team', match: 'Equals' as const, value: 'blue', roleArn: role('Blue') },
  { claim: 'team', match: 'StartsWith' as const, value: 'r', roleArn: role('Red') },
]
const settings: WhoSettings = {
  pool: {
    poolId,
    allowUnauthenticated: true,
    developerProviderName: null,
    userPools: [{ providerName: USER_POOL, clientId: 'client1', serverSideTokenCheck: false }],
    loginProviders: { [GOOGLE]: 'app' },
    oidcProviderArns: [],
    samlProviderArns: [],
  },
  roles: {
    authenticated: role('User'),
    unauthenticated: role('Guest'),
    mappings: [{ provider: GOOGLE, type: 'Rules', ambiguous: 'Deny', rules }],
  },
  tags: [
    { provider: GOOGLE, useDefaults: false, tags: { team: 'team', tier: 'level' } },
    { provider: USER_POOL, useDefaults: true, tags: {} },
  ],
}

describe('claims', () => {
  it('choose the role by the rules and give the session its tags', () => {
    expect(personOfClaims(settings, GOOGLE, { sub: 'g-1', aud: 'app', team: 'blue', level: 3 })).toEqual({
      ok: true,
      person: {
        role: role('Blue'),
        as: 'user',
        providers: [GOOGLE],
        identityId: null,
        facts: { 'aws:PrincipalTag/team': ['blue'], 'aws:PrincipalTag/tier': ['3'] },
        why: 'Rule 1 is the first that matches.',
      },
    })
  })

  it('that no rule takes give no role, with the reason', () => {
    expect(personOfClaims(settings, GOOGLE, { team: 'green' })).toEqual({
      ok: false,
      why: 'No rule matches. The mapping then denies.',
    })
  })

  it('of a user pool say who signed in there, and without sub nobody knows', () => {
    const whole = personOfClaims(settings, APP, { sub: 'u-1', aud: 'client1' })
    expect(whole).toMatchObject({
      person: {
        role: role('User'),
        providers: [USER_POOL, `${USER_POOL}:CognitoSignIn:u-1`],
        facts: { 'aws:PrincipalTag/client': ['client1'], 'aws:PrincipalTag/username': ['u-1'] },
      },
    })
    expect(personOfClaims(settings, APP, {})).toMatchObject({ person: { providers: [], facts: {} } })
  })

  it('of a login never stand for the identity: its sub and aud are other than those of the session', () => {
    const read = personOfClaims(settings, APP, { sub: identityId, aud: 'client1', amr: ['pwd'] })
    if (!read.ok) throw new Error(read.why)
    const { providers, facts } = read.person
    const { context } = sessionFacts({ poolId, guest: false, providers })
    expect(context).toEqual({
      [`${SERVICE}:aud`]: poolId,
      [`${SERVICE}:amr`]: ['authenticated', USER_POOL, `${USER_POOL}:CognitoSignIn:${identityId}`],
    })
    const policy = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: '*', Resource: `arn:aws:s3:::b/\${${SERVICE}:sub}` },
    }
    const asked = { action: 's3:GetObject', resource: `arn:aws:s3:::b/${identityId}` }
    expect(decideRequest({ identity: [policy], ...asked, context: { ...context, ...facts } })).toMatchObject({
      decision: 'depends',
      on: [`${SERVICE}:sub`],
    })
  })

  it('of a token that the pool itself made give the identity and how it signed in', () => {
    const token = {
      iss: `https://${SERVICE}`,
      sub: identityId,
      aud: poolId,
      amr: ['authenticated', GOOGLE],
      'https://aws.amazon.com/tags': { principal_tags: { team: ['blue'] } },
    }
    expect(personOfClaims(settings, GOOGLE, token, role('Chosen'))).toEqual({
      ok: true,
      person: {
        role: role('Chosen'),
        as: 'user',
        providers: [GOOGLE],
        identityId,
        facts: { 'aws:PrincipalTag/team': ['blue'] },
        why: 'The token is one of the basic flow, in which the app names the role.',
      },
    })
    expect(personOfClaims(settings, GOOGLE, token)).toMatchObject({ ok: false, wantsRole: true })
    const guest = { ...token, amr: ['unauthenticated'] }
    expect(personOfClaims(settings, GOOGLE, guest, role('Chosen'))).toMatchObject({ person: { as: 'guest-basic' } })
    expect(personOfClaims(settings, GOOGLE, { ...token, aud: identityId }, role('Chosen'))).toMatchObject({
      ok: false,
      why: expect.stringContaining('another pool'),
    })
  })
})

it('a rule gives its role and the tag of the claim that it asks to be equal', () => {
  expect(personOfRule(settings, GOOGLE, rules[0])).toMatchObject({
    person: { role: role('Blue'), providers: [GOOGLE], facts: { 'aws:PrincipalTag/team': ['blue'] } },
  })
  expect(personOfRule(settings, GOOGLE, rules[1])).toMatchObject({ person: { role: role('Red'), facts: {} } })
})

describe('an identity', () => {
  const identity = { identityId, createdAt: null, modifiedAt: null }
  it('of a guest gets the guest role under Cognito’s ceiling', () => {
    expect(personsOfIdentity(settings, { ...identity, state: 'guest', logins: [] })).toEqual([
      expect.objectContaining({ role: role('Guest'), as: 'guest', identityId, facts: {} }),
    ])
  })

  it('gets what each of its logins may lead to', () => {
    const persons = personsOfIdentity(settings, { ...identity, state: 'authenticated', logins: [GOOGLE, USER_POOL] })
    expect(persons.map((one) => [one.role, one.providers])).toEqual([
      [role('Blue'), [GOOGLE]],
      [role('Red'), [GOOGLE]],
      [role('User'), []],
    ])
  })

  it('that is disabled gets nothing', () => {
    expect(personsOfIdentity(settings, { ...identity, state: 'disabled', logins: [] })).toEqual([])
  })
})
