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
  USER_POOL,
  takenBy,
  type TrustCase,
} from './trust-cases-for-tests.ts'

const ROLE = 'arn:aws:iam::123456789012:role/Other'
const ASSUME = 'sts:AssumeRoleWithWebIdentity'

const cases: TrustCase[] = [
  ['two statements, one of them right', 'u--', 'one is enough', allow({ ...aud(OTHER), ...amr() }), allow(right)],
  ['two statements that each lack one', 'ugo', 'each lets in what it does not ask for', allow(aud()), allow(amr())],
  [
    'a misspelt statement beside a right one',
    'u--',
    'the misspelt one is dead',
    allow({ ...aud(), ...amr('authenticated', 'cognito-identity.amazon.com:amr') }),
    allow(right),
  ],
  ['an explicit deny of the pool', NOBODY, 'a deny wins', allow(right), deny(aud())],
  ['an explicit deny of guests', 'u--', 'a deny wins', allow(aud()), deny(amr('unauthenticated'))],
  [
    'an explicit deny of all other pools',
    'ug-',
    'the deny does not meet this one',
    allow(),
    deny({ StringNotEquals: { [AUD]: POOL } }),
  ],
  [
    'a deny on the address',
    'u--',
    'not known here, and it need not hold',
    allow(right),
    deny({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
  ],
  [
    'a deny of another action',
    'u--',
    'it is about another action',
    allow(right),
    deny(undefined, { Action: 'sts:AssumeRole' }),
  ],
  [
    'a deny by another principal',
    'u--',
    'it is about somebody else',
    allow(right),
    deny(undefined, { Principal: { Federated: 'accounts.google.com' } }),
  ],
  ['everybody', 'ugo', '* is everybody', allow(undefined, { Principal: '*' })],
  ['everybody, held to the pool', 'u--', '* is everybody', allow(right, { Principal: { AWS: '*' } })],
  [
    'several providers',
    'u--',
    'principals are an OR',
    allow(right, { Principal: { Federated: ['accounts.google.com', SERVICE] } }),
  ],
  [
    'a pattern of the service',
    NOBODY,
    'a principal is whole or *',
    allow(right, { Principal: { Federated: 'cognito-identity.*' } }),
  ],
  [
    'an account',
    NOBODY,
    'the service is no principal of an account',
    allow(right, { Principal: { AWS: 'arn:aws:iam::123456789012:root' } }),
  ],
  [
    'an ARN of a provider',
    NOBODY,
    'the service has a name, no ARN',
    allow(right, { Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${SERVICE}` } }),
  ],
  [
    'user pools as principal',
    NOBODY,
    'they are another provider',
    allow(right, { Principal: { Federated: USER_POOL } }),
  ],
  [
    'a service',
    NOBODY,
    'the service comes as a federated principal',
    allow(right, { Principal: { Service: SERVICE } }),
  ],
  ['no principal', NOBODY, 'the statement is about nobody', allow(right, { Principal: undefined })],
  [
    'NotPrincipal of a role',
    'u--',
    'everybody else is meant',
    allow(right, { Principal: undefined, NotPrincipal: { AWS: ROLE } }),
  ],
  [
    'NotPrincipal of the service',
    NOBODY,
    'everybody else is meant',
    allow(right, { Principal: undefined, NotPrincipal: { Federated: SERVICE } }),
  ],
  [
    'a deny with NotPrincipal of the service',
    'u--',
    'everybody else is denied',
    allow(right),
    deny(undefined, { Principal: undefined, NotPrincipal: { Federated: SERVICE } }),
  ],
  [
    'a deny with NotPrincipal of a role',
    NOBODY,
    'everybody else is denied',
    allow(right),
    deny(undefined, { Principal: undefined, NotPrincipal: { AWS: ROLE } }),
  ],
  ['all of STS', 'u--', '* is any text', allow(right, { Action: 'sts:*' })],
  [
    'an action in other letters',
    'u--',
    'actions are alike in any case',
    allow(right, { Action: 'STS:assumerolewithwebidentity' }),
  ],
  ['several actions', 'u--', 'actions are an OR', allow(right, { Action: ['sts:TagSession', ASSUME] })],
  ['the wrong action', NOBODY, 'that is for principals of AWS', allow(right, { Action: 'sts:AssumeRole' })],
  [
    'NotAction of another',
    'u--',
    'everything else is meant',
    allow(right, { Action: undefined, NotAction: 'sts:AssumeRole' }),
  ],
  [
    'NotAction of this',
    NOBODY,
    'everything else is meant',
    allow(right, { Action: undefined, NotAction: 'sts:AssumeRole*' }),
  ],
]

it.each(cases)('%s: %s, since %s', (...[, expected, , ...statements]) => {
  expect(takenBy(statements)).toBe(expected)
})
