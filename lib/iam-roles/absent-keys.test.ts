import { expect, it } from 'vitest'
import {
  allow,
  amr,
  aud,
  AUD,
  deny,
  NOBODY,
  OTHER,
  POOL,
  right,
  SERVICE,
  takenBy,
  type TrustCase,
} from './trust-cases-for-tests.ts'

const cases: TrustCase[] = [
  [
    'amr misspelt',
    NOBODY,
    'ForAnyValue on an absent key is false',
    allow({ ...aud(), ...amr('authenticated', 'cognito-identity.amazon.com:amr') }),
  ],
  [
    'aud misspelt',
    NOBODY,
    'StringEquals on an absent key is false',
    allow({ ...aud(POOL, 'cognito-identity.amazonaws.com:audience'), ...amr() }),
  ],
  [
    'both misspelt',
    NOBODY,
    'each of them is false',
    allow({
      ...aud(POOL, 'cognito-identity.amazon.com:aud'),
      ...amr('authenticated', 'cognito-identity.amazon.com:amr'),
    }),
  ],
  [
    'keys of user pools',
    NOBODY,
    'the service sends none of them',
    allow({ ...aud(POOL, 'cognito-idp.amazonaws.com:aud'), ...amr('authenticated', 'cognito-idp.amazonaws.com:amr') }),
  ],
  [
    'a key without its colon',
    NOBODY,
    'absent',
    allow({ ...aud(POOL, 'cognito-identity.amazonaws.com.aud'), ...amr() }),
  ],
  ['the claim alone', NOBODY, 'absent', allow({ ...aud(POOL, 'aud'), ...amr() })],
  [
    'a key of Google',
    NOBODY,
    'keys of other providers are absent',
    allow({ ...right, StringLike: { 'accounts.google.com:aud': '*' } }),
  ],
  [
    'a key of SAML',
    NOBODY,
    'keys of other providers are absent',
    allow({ ...right, StringEquals: { [AUD]: POOL, 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }),
  ],
  [
    'keys of China',
    NOBODY,
    'another partition’s keys are absent',
    allow({ ...aud(POOL, `${SERVICE}.cn:aud`), ...amr() }),
  ],
  ['an external id', NOBODY, 'a web identity has none', allow({ ...right, StringLike: { 'sts:ExternalId': 'x' } })],
  ...['aws:SourceIpp', 'sts:Fooo', 'aws:', 'aws:SourceIp/x', 'aws:RequestTag', 'aws:RequestTag/'].map(
    (key): TrustCase => [key, NOBODY, 'AWS has no such key', allow({ ...right, StringLike: { [key]: '*' } })],
  ),
  ...['aws:PrincipalTag/Team', 'aws:PrincipalArn', 'aws:PrincipalOrgID', 'aws:userid', 'aws:TokenIssueTime'].map(
    (key): TrustCase => [key, NOBODY, 'nobody is a principal yet', allow({ ...right, StringLike: { [key]: '*' } })],
  ),
  ...['aws:sourceip', 'aws:UserAgent', 'aws:RequestTag/Team', 'aws:CalledVia', 'sts:RoleSessionName'].map(
    (key): TrustCase => [key, 'u--', 'it may be there', allow({ ...right, StringLike: { [key]: '*' } })],
  ),
  [
    'IfExists on aud',
    'u--',
    'the key is there and compared',
    allow({ StringEqualsIfExists: { [AUD]: POOL }, ...amr() }),
  ],
  [
    'IfExists on another pool',
    NOBODY,
    'the key is there and differs',
    allow({ StringEqualsIfExists: { [AUD]: OTHER }, ...amr() }),
  ],
  [
    'IfExists on a misspelt aud',
    'u-o',
    'IfExists on an absent key is true',
    allow({ StringEqualsIfExists: { [`${SERVICE}:audience`]: POOL }, ...amr() }),
  ],
  [
    'IfExists on a misspelt amr',
    'ug-',
    'IfExists on an absent key is true',
    allow({ ...aud(), 'ForAnyValue:StringLikeIfExists': { 'cognito-identity.amazon.com:amr': 'authenticated' } }),
  ],
  [
    'IfExists on a key of Google',
    'u--',
    'IfExists on an absent key is true',
    allow({ ...right, StringLikeIfExists: { 'accounts.google.com:aud': 'x' } }),
  ],
  [
    'ForAnyValue turned round on an absent key',
    NOBODY,
    'ForAnyValue needs a value',
    allow({ ...aud(), 'ForAnyValue:StringNotEquals': { [`${SERVICE}:arm`]: 'unauthenticated' } }),
  ],
  [
    'ForAllValues on an absent key',
    'ug-',
    'ForAllValues of nothing is true',
    allow({ ...aud(), 'ForAllValues:StringEquals': { 'cognito-identity.amazon.com:amr': 'authenticated' } }),
  ],
  [
    'StringNotEquals on an absent key',
    'u-o',
    'what is negated holds of an absent key',
    allow({ StringNotEquals: { [`${SERVICE}:audience`]: OTHER }, ...amr() }),
  ],
  [
    'StringNotLike on an absent key',
    'ugo',
    'what is negated holds of an absent key',
    allow({ StringNotLike: { 'accounts.google.com:aud': '*' } }),
  ],
  ['Null false on aud', 'u-o', 'the key is there', allow({ Null: { [AUD]: 'false' }, ...amr() })],
  ['Null true on aud', NOBODY, 'the key is there', allow({ Null: { [AUD]: 'true' }, ...amr() })],
  [
    'Null true on a misspelt key',
    'u--',
    'the key is absent',
    allow({ ...right, Null: { [`${SERVICE}:audience`]: 'true' } }),
  ],
  [
    'Null false on a misspelt key',
    NOBODY,
    'the key is absent',
    allow({ ...right, Null: { [`${SERVICE}:audience`]: false } }),
  ],
  [
    'Bool on a second factor',
    NOBODY,
    'a web identity brings no such key',
    allow({ ...right, Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
  ],
  [
    'Bool on a second factor, IfExists',
    'u--',
    'a web identity brings no such key',
    allow({ ...right, BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
  ],
  [
    'a deny of all other pools on a misspelt key',
    NOBODY,
    'a negated deny on an absent key meets everybody',
    allow(right),
    deny({ StringNotEquals: { [`${SERVICE}:audience`]: POOL } }),
  ],
  [
    'a deny on a misspelt key',
    'ug-',
    'it is never met',
    allow(aud()),
    deny({ StringEquals: { [`${SERVICE}:arm`]: 'unauthenticated' } }),
  ],
]

it.each(cases)('%s: %s, since %s', (...[, expected, , ...statements]) => {
  expect(takenBy(statements)).toBe(expected)
})
