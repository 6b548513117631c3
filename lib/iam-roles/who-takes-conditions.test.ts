import { expect, it } from 'vitest'
import {
  allow,
  amr,
  AMR,
  aud,
  AUD,
  NOBODY,
  OTHER,
  POOL,
  right,
  SERVICE,
  USER_POOL,
  takenBy,
  type TrustCase,
} from './trust-cases-for-tests.ts'

const cases: TrustCase[] = [
  ['the right one', 'u--', 'both keys are there and equal', allow(right)],
  [
    'the right one for guests',
    '-g-',
    'amr of a guest is unauthenticated',
    allow({ ...aud(), ...amr('unauthenticated') }),
  ],
  ['no aud', 'u-o', 'nothing is asked of the pool', allow(amr())],
  ['no amr', 'ug-', 'nothing is asked of the user', allow(aud())],
  ['no condition', 'ugo', 'nothing is asked', allow()],
  ['another pool', NOBODY, 'the values differ', allow({ ...aud(OTHER), ...amr() })],
  ['one of several pools', 'u--', 'values of one key are an OR', allow({ ...aud([OTHER, POOL]), ...amr() })],
  [
    'one of several users',
    'ug-',
    'values of one key are an OR',
    allow({ ...aud(), ...amr(['authenticated', 'unauthenticated']) }),
  ],
  ['two operators on one key', NOBODY, 'operators are an AND', allow({ ...right, StringLike: { [AUD]: `${OTHER}*` } })],
  [
    'keys in capitals',
    'u--',
    'keys are alike in any case',
    allow({ ...aud(POOL, AUD.toUpperCase()), ...amr('authenticated', `${SERVICE}:AMR`) }),
  ],
  ['a value in capitals', NOBODY, 'StringEquals minds the case', allow({ ...aud(POOL.toUpperCase()), ...amr() })],
  [
    'a value in capitals that may be',
    'u--',
    'StringEqualsIgnoreCase does not',
    allow({ StringEqualsIgnoreCase: { [AUD]: POOL.toUpperCase() }, ...amr() }),
  ],
  [
    'ForAnyValue with a provider',
    'u--',
    'amr names the provider too',
    allow({ ...aud(), ...amr('accounts.google.com') }),
  ],
  [
    'a provider by its wildcard',
    'u--',
    'StringLike takes *',
    allow({ ...aud(), ...amr('cognito-idp.us-east-1.amazonaws.com/*') }),
  ],
  [
    'a user of a user pool',
    'u--',
    'amr names the user there too',
    allow({ ...aud(), ...amr(`${USER_POOL}:CognitoSignIn:*`) }),
  ],
  [
    'a provider that the pool does not have',
    NOBODY,
    'no session of this pool has it, and aud keeps others out',
    allow({ ...aud(), ...amr('graph.facebook.com') }),
  ],
  ['the same without aud', '--o', 'another pool may have it', allow(amr('graph.facebook.com'))],
  [
    'ForAnyValue with a pattern of both',
    'ug-',
    'unauthenticated ends the same',
    allow({ ...aud(), ...amr('*authenticated') }),
  ],
  [
    'ForAnyValue turned round',
    'ug-',
    'some value of a user differs: the provider; that of a guest does',
    allow({ ...aud(), 'ForAnyValue:StringNotEquals': { [AMR]: 'authenticated' } }),
  ],
  [
    'ForAllValues of one value',
    NOBODY,
    'a user’s amr holds the provider as well',
    allow({ ...aud(), 'ForAllValues:StringEquals': { [AMR]: 'authenticated' } }),
  ],
  [
    'ForAllValues of one value for guests',
    '-g-',
    'a guest’s amr is that alone',
    allow({ ...aud(), 'ForAllValues:StringEquals': { [AMR]: 'unauthenticated' } }),
  ],
  [
    'ForAllValues turned round',
    'u--',
    'none of a user’s values is unauthenticated',
    allow({ ...aud(), 'ForAllValues:StringNotEquals': { [AMR]: 'unauthenticated' } }),
  ],
  [
    'amr without a set',
    'u--',
    'one of the values is equal',
    allow({ ...aud(), StringEquals: { [AUD]: POOL, [AMR]: 'authenticated' } }),
  ],
  [
    'all pools but one',
    'u-o',
    'StringNotEquals of a value that differs',
    allow({ StringNotEquals: { [AUD]: OTHER }, ...amr() }),
  ],
  [
    'all pools but this',
    '--o',
    'StringNotEquals of the value that is there',
    allow({ StringNotEquals: { [AUD]: POOL }, ...amr() }),
  ],
  ['any pool of the Region', 'u-o', 'StringLike takes *', allow({ StringLike: { [AUD]: 'us-east-1:*' }, ...amr() })],
  [
    '* under StringEquals',
    NOBODY,
    'StringEquals knows no wildcard',
    allow({ StringEquals: { [AUD]: 'us-east-1:*' }, ...amr() }),
  ],
  ['Bool on aud', NOBODY, 'text is neither true nor false', allow({ ...amr(), Bool: { [AUD]: 'true' } })],
  [
    'a condition on the address',
    'u--',
    'not known here, and it may hold',
    allow({ ...right, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
  ],
  ['ArnLike on aud', NOBODY, 'a pool’s id is no ARN', allow({ ...amr(), ArnLike: { [AUD]: '*' } })],
  [
    'one identity by its id',
    'u--',
    'a stranger’s sub differs',
    allow({ StringEquals: { [`${SERVICE}:sub`]: 'us-east-1:abc' }, ...amr() }),
  ],
]

it.each(cases)('%s: %s, since %s', (...[, expected, , ...statements]) => {
  expect(takenBy(statements)).toBe(expected)
})
