import { describe, expect, it } from 'vitest'
import { judgeTrust } from './judge-trust.ts'
import type { TrustCode, TrustUse } from './trust-finding.ts'
import { ASSUME, forUsers, good, policy } from './policies-for-tests.ts'
import { OTHER, POOL, SERVICE } from './trust-cases-for-tests.ts'

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
