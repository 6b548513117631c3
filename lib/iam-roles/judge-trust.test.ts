import { describe, expect, it } from 'vitest'
import { judgeTrust } from './judge-trust.ts'
import type { TrustCode, TrustUse } from './trust-finding.ts'

const POOL = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const OTHER = 'us-east-1:99999999-5f60-4718-92a3-b4c5d6e7f809'
const SERVICE = 'cognito-identity.amazonaws.com'
const ASSUME = 'sts:AssumeRoleWithWebIdentity'

type Parts = { effect?: string; principal?: unknown; action?: unknown; condition?: unknown }
const statement = ({ effect = 'Allow', principal, action, condition }: Parts) => ({
  Effect: effect,
  Principal: principal ?? { Federated: SERVICE },
  Action: action ?? [ASSUME, 'sts:TagSession'],
  ...(condition === undefined ? {} : { Condition: condition }),
})
const policy = (...parts: Parts[]) => JSON.stringify({ Version: '2012-10-17', Statement: parts.map(statement) })

const forUsers = (amr: string, aud: unknown = POOL, service = SERVICE) => ({
  StringEquals: { [`${service}:aud`]: aud },
  'ForAnyValue:StringLike': { [`${service}:amr`]: amr },
})
const good = { condition: forUsers('authenticated') }

const codes = (document: string, users: TrustUse['users'] = 'authenticated', poolId = POOL): TrustCode[] =>
  judgeTrust(document, { poolId, users, providers: null }).map(({ code }) => code)

describe('a trust policy for users who signed in', () => {
  const cases: [string, string, TrustCode[]][] = [
    ['the usual one', policy(good), []],
    ['one of several pools', policy({ condition: forUsers('authenticated', [OTHER, POOL]) }), []],
    [
      'aud under another case',
      policy({
        condition: {
          StringEquals: { [`${SERVICE}:AUD`]: POOL },
          'ForAnyValue:StringLike': { [`${SERVICE}:amr`]: 'authenticated' },
        },
      }),
      [],
    ],
    [
      'tags in a statement of their own',
      policy({ ...good, action: ASSUME }, { ...good, action: 'sts:TagSession' }),
      [],
    ],
    ['all of STS', policy({ ...good, action: 'sts:*' }), []],
    ['percent-encoded', encodeURIComponent(policy(good)), []],
    ['no JSON', 'nonsense', ['unreadable']],
    ['an EC2 role', policy({ principal: { Service: 'ec2.amazonaws.com' }, action: 'sts:AssumeRole' }), ['principal']],
    ['another identity provider', policy({ principal: { Federated: 'accounts.google.com' } }), ['principal']],
    ['no web identity', policy({ ...good, action: 'sts:AssumeRole' }), ['action']],
    ['another pool', policy({ condition: forUsers('authenticated', OTHER) }), ['pool']],
    ['guests only', policy({ condition: forUsers('unauthenticated') }), ['users']],
    ['no condition', policy({}), ['any-pool', 'guests']],
    [
      'no aud',
      policy({ condition: { 'ForAnyValue:StringLike': { [`${SERVICE}:amr`]: 'authenticated' } } }),
      ['any-pool'],
    ],
    [
      'any aud of the Region',
      policy({
        condition: {
          StringLike: { [`${SERVICE}:aud`]: 'us-east-1:*' },
          'ForAnyValue:StringEquals': { [`${SERVICE}:amr`]: 'authenticated' },
        },
      }),
      ['any-pool'],
    ],
    [
      'all pools but one',
      policy({
        condition: {
          StringNotEquals: { [`${SERVICE}:aud`]: OTHER },
          'ForAnyValue:StringLike': { [`${SERVICE}:amr`]: 'authenticated' },
        },
      }),
      ['any-pool'],
    ],
    [
      'no aud but identities by id',
      policy({
        condition: {
          StringEquals: { [`${SERVICE}:sub`]: 'us-east-1:abc' },
          'ForAnyValue:StringLike': { [`${SERVICE}:amr`]: 'authenticated' },
        },
      }),
      ['one-identity'],
    ],
    ['no amr', policy({ condition: { StringEquals: { [`${SERVICE}:aud`]: POOL } } }), ['guests']],
    ['any amr', policy({ condition: forUsers('*authenticated') }), ['guests']],
    [
      'everybody but guests',
      policy({
        condition: {
          StringEquals: { [`${SERVICE}:aud`]: POOL },
          'ForAllValues:StringNotEquals': { [`${SERVICE}:amr`]: 'unauthenticated' },
        },
      }),
      [],
    ],
    ['users of Facebook only', policy({ condition: forUsers('graph.facebook.com') }), ['some-providers']],
    ['no tags', policy({ ...good, action: ASSUME }), ['tag-session']],
    [
      'denied again',
      policy(good, { effect: 'Deny', condition: { StringEquals: { [`${SERVICE}:aud`]: POOL } } }),
      ['pool'],
    ],
    [
      'guests denied',
      policy(
        { condition: { StringEquals: { [`${SERVICE}:aud`]: POOL } } },
        { effect: 'Deny', condition: { 'ForAnyValue:StringEquals': { [`${SERVICE}:amr`]: 'unauthenticated' } } },
      ),
      [],
    ],
    [
      'another key too',
      policy({ condition: { ...forUsers('authenticated'), IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
      [],
    ],
    ['everybody as principal', policy({ principal: '*' }), ['any-pool', 'guests']],
  ]

  it.each(cases)('%s', (_, document, expected) => {
    expect(codes(document)).toEqual(expected)
  })
})

describe('a trust policy for guests', () => {
  const cases: [string, string, TrustCode[]][] = [
    ['the usual one', policy({ condition: forUsers('unauthenticated') }), []],
    ['users only', policy(good), ['users']],
    ['no amr', policy({ condition: { StringEquals: { [`${SERVICE}:aud`]: POOL } } }), ['any-users']],
    ['no condition', policy({}), ['any-pool', 'any-users']],
  ]

  it.each(cases)('%s', (_, document, expected) => {
    expect(codes(document, 'unauthenticated')).toEqual(expected)
  })
})

describe('a trust policy in another partition', () => {
  const china = 'cn-north-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
  const gov = 'us-gov-west-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
  const cases: [string, string, string, TrustCode[]][] = [
    [
      'China',
      china,
      policy({
        principal: { Federated: 'cognito-identity.cn-north-1.amazonaws.com.cn' },
        condition: forUsers('authenticated', china, 'cognito-identity.amazonaws.com.cn'),
      }),
      [],
    ],
    [
      'GovCloud',
      gov,
      policy({
        principal: { Federated: 'cognito-identity-us-gov.amazonaws.com' },
        condition: forUsers('authenticated', gov, 'cognito-identity-us-gov.amazonaws.com'),
      }),
      [],
    ],
    ['China with the usual principal', china, policy({ condition: forUsers('authenticated', china) }), ['principal']],
  ]

  it.each(cases)('%s', (_, poolId, document, expected) => {
    expect(codes(document, 'authenticated', poolId)).toEqual(expected)
  })
})

describe('the judge', () => {
  const sentences = (document: string, users: TrustUse['users'] = 'authenticated', providers: string[] | null = null) =>
    judgeTrust(document, { poolId: POOL, users, providers }).map(({ severity, message }) => `${severity}: ${message}`)
  const misspelt = 'cognito-identity.amazon.com:amr'
  const misspeltAmr = {
    StringEquals: { [`${SERVICE}:aud`]: POOL },
    'ForAnyValue:StringLike': { [misspelt]: 'authenticated' },
  }

  it('names the key that keeps everybody out, and the one that was meant', () => {
    expect(sentences(policy({ condition: misspeltAmr }))).toEqual([
      `blocks: The condition key ${misspelt} is not one that the service sends, so nobody can take this role. Did you mean ${SERVICE}:amr?`,
    ])
    expect(sentences(policy({ condition: { StringEquals: { 'saml:iss': 'x' } } }))).toEqual([
      'blocks: The condition key saml:iss is not one that the service sends, so nobody can take this role.',
    ])
  })

  it('says whom it keeps out when others get in', () => {
    const document = policy({ condition: misspeltAmr }, { condition: forUsers('unauthenticated') })
    expect(sentences(document)).toEqual([
      `blocks: The condition key ${misspelt} is not one that the service sends, so users who signed in cannot take this role. Did you mean ${SERVICE}:amr?`,
    ])
  })

  it('says what is wrong beside the key', () => {
    const condition = { ...misspeltAmr, StringEquals: { [`${SERVICE}:aud`]: OTHER } }
    expect(codes(policy({ condition }))).toEqual(['key', 'pool'])
  })

  it('names a misspelt key that keeps nobody out, and one whose statement is dead', () => {
    const condition = { StringEqualsIfExists: { [`${SERVICE}:audience`]: POOL, [`${SERVICE}:audd`]: POOL } }
    expect(sentences(policy({ condition }), 'unauthenticated')).toEqual([
      'warns: It trusts any identity pool, of other accounts too: no aud condition holds it to this pool.',
      'notes: It lets users who signed in take it too: no amr condition holds it to guests.',
      `notes: The condition key ${SERVICE}:audience is not one that the service sends, so a condition on it holds nobody back.`,
      `notes: The condition key ${SERVICE}:audd is not one that the service sends, so a condition on it holds nobody back. Did you mean ${SERVICE}:aud?`,
    ])
    expect(sentences(policy({ condition: misspeltAmr }, good))).toEqual([
      `notes: The condition key ${misspelt} is not one that the service sends, so a statement with it lets nobody in. Did you mean ${SERVICE}:amr?`,
    ])
  })

  it('knows the keys of AWS, and names one that AWS does not have with the nearest', () => {
    const judged = (condition: object) =>
      sentences(policy({ condition: { ...forUsers('authenticated'), ...condition } }))
    expect(judged({ IpAddress: { 'aws:SourceIpp': '10.0.0.0/8' } })).toEqual([
      'blocks: The condition key aws:SourceIpp is not one that the service sends, so nobody can take this role. Did you mean aws:SourceIp?',
    ])
    expect(judged({ StringLike: { 'aws:RequestTags/Team': '*' } })).toEqual([
      'blocks: The condition key aws:RequestTags/Team is not one that the service sends, so nobody can take this role. Did you mean aws:RequestTag/Team?',
    ])
    expect(judged({ StringLike: { 'sts:Fooo': '*' } })).toEqual([
      'blocks: The condition key sts:Fooo is not one that the service sends, so nobody can take this role.',
    ])
    expect(judged({ StringLike: { 'aws:PrincipalTag/Team': '*' } })).toEqual([
      'blocks: The condition key aws:PrincipalTag/Team is not one that the service sends, so nobody can take this role.',
    ])
    expect(judged({ StringEqualsIfExists: { 'aws:SourceVcp': 'vpc-1' } })).toEqual([
      'notes: The condition key aws:SourceVcp is not one that the service sends, so a condition on it holds nobody back. Did you mean aws:SourceVpc?',
    ])
    expect(judged({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })).toEqual([])
  })

  it('names letters that changed places, whatever the operator', () => {
    const key = `${SERVICE}:arm`
    const aud = { StringEquals: { [`${SERVICE}:aud`]: POOL } }
    expect(sentences(policy({ condition: { ...aud, 'ForAnyValue:StringLike': { [key]: 'authenticated' } } }))).toEqual([
      `blocks: The condition key ${key} is not one that the service sends, so nobody can take this role. Did you mean ${SERVICE}:amr?`,
    ])
    expect(sentences(policy({ condition: { ...aud, 'ForAllValues:StringLike': { [key]: 'authenticated' } } }))).toEqual(
      [
        'warns: It lets guests in too: no amr condition holds it to authenticated users.',
        `notes: The condition key ${key} is not one that the service sends, so a condition on it holds nobody back. Did you mean ${SERVICE}:amr?`,
      ],
    )
  })

  it('says which identities may take a role that names them', () => {
    const subs = (values: string | string[]) =>
      sentences(
        policy({
          condition: {
            ...forUsers('authenticated'),
            StringEquals: { [`${SERVICE}:aud`]: POOL, [`${SERVICE}:sub`]: values },
          },
        }),
      )
    expect(subs('us-east-1:a')).toEqual([
      'notes: Only the identity us-east-1:a may take it: its sub condition names no other.',
    ])
    expect(subs(['us-east-1:a', 'us-east-1:b'])).toEqual([
      'notes: Only the identities that its sub conditions name may take it, such as us-east-1:a.',
    ])
    const denied = { effect: 'Deny', condition: { StringEquals: { [`${SERVICE}:sub`]: 'us-east-1:a' } } }
    expect(sentences(policy(good, denied))).toEqual([])
  })

  it('names a login provider that the pool does not have, and finds the one that it has', () => {
    const document = policy({ condition: forUsers('graph.facebook.com') })
    expect(sentences(document, 'authenticated', ['accounts.google.com'])).toEqual([
      'blocks: It lets in only users of Facebook, which is no login provider of this pool: none of its users can take it.',
    ])
    expect(sentences(document, 'authenticated', ['accounts.google.com', 'graph.facebook.com'])).toEqual([
      'notes: Only users of some providers get it, such as Facebook.',
    ])
    expect(sentences(document, 'authenticated', ['graph.facebook.com'])).toEqual([])
  })

  it('knows that all values are more than one', () => {
    const condition = {
      StringEquals: { [`${SERVICE}:aud`]: POOL },
      'ForAllValues:StringEquals': { [`${SERVICE}:amr`]: 'authenticated' },
    }
    const [only = ''] = sentences(policy({ condition }), 'authenticated', ['accounts.google.com'])
    expect(only).toContain('Use ForAnyValue.')
  })
})
