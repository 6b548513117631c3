import { describe, expect, it } from 'vitest'
import { judgeTrust } from './judge-trust.ts'
import { forUsers, good, policy } from './policies-for-tests.ts'
import { OTHER, POOL, SERVICE } from './trust-cases-for-tests.ts'
import type { TrustUse } from './trust-finding.ts'

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
    expect(
      judgeTrust(policy({ condition }), { poolId: POOL, users: 'authenticated', providers: null }).map(
        ({ code }) => code,
      ),
    ).toEqual(['key', 'pool'])
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
