import { describe, expect, it } from 'vitest'
import { atPool } from './at-pool.ts'
import { judgeToken } from './judge-token.ts'
import {
  APPLE,
  FACEBOOK,
  google,
  GOOGLE,
  jwt,
  NOW,
  ofPool,
  own,
  pool,
  SAML,
  seconds,
  USER_POOL,
} from './logins-for-tests.ts'

const OWN_WORDS = "Invalid login token. Can't pass in a Cognito token."
const ISSUER = "Invalid login token. Issuer doesn't match providerName"
const UNSUPPORTED = 'Token is not from a supported provider of this identity pool.'

const judged = (claims: Record<string, unknown> | string, provider: string) =>
  judgeToken({ token: typeof claims === 'string' ? claims : jwt(claims), provider, pool, now: NOW })

describe('the service’s answer is foretold in its own order', () => {
  const cases: [string, Record<string, unknown> | string, string, string | null][] = [
    ['a right token', google, GOOGLE, null],
    ['a right token of a user pool', ofPool, USER_POOL, null],
    ['one whose apps IAM keeps', { ...google, iss: 'https://id.example/x' }, 'id.example/x', null],
    ['an opaque token', 'EAAopaque', FACEBOOK, null],
    ['an assertion', 'PHNhbWxwOlJlc3BvbnNlPg==', SAML, null],
    ['a token of the service itself', own, GOOGLE, OWN_WORDS],
    ['the service as a provider', 'x', 'cognito-identity.amazonaws.com', OWN_WORDS],
    [
      'an access token, even under a wrong key',
      { ...ofPool, aud: undefined },
      'us-east-1_AbCdEf123',
      'Invalid login token. Missing a required claim: aud',
    ],
    ['a wrong key', ofPool, GOOGLE, ISSUER],
    ['a key that the pool does not have', ofPool, 'us-east-1_AbCdEf123', ISSUER],
    ['the developer provider', ofPool, 'login.members', ISSUER],
    ['an expired one of another issuer', { ...ofPool, exp: 1 }, GOOGLE, ISSUER],
    [
      'an expired one of another app',
      { ...google, exp: seconds, aud: 'b' },
      GOOGLE,
      `Invalid login token. Token expired: ${seconds} >= ${seconds}`,
    ],
    ['a provider that the pool lacks', { ...google, iss: 'https://id.elsewhere' }, 'id.elsewhere', UNSUPPORTED],
    ['another app', { ...google, aud: 'b' }, GOOGLE, UNSUPPORTED],
    ['no JWT', 'opaque', GOOGLE, 'Invalid login token. Not a valid OpenId Connect identity token.'],
    [
      'a JWT with Bearer before it',
      `Bearer ${jwt(google)}`,
      GOOGLE,
      'Invalid login token. Not a valid OpenId Connect identity token.',
    ],
    ['no public provider', 'x', 'facebook', 'Please provide a valid public provider.'],
    ['an opaque token of a provider that the pool lacks', 'Atza|x', 'www.amazon.com', UNSUPPORTED],
  ]
  it.each(cases)('%s', (_, claims, provider, message) => {
    expect(judged(claims, provider).refusal?.message ?? null).toBe(message)
  })

  it('with both texts where both are public', () => {
    expect(judged({ ...google, iss: `https://${APPLE}`, aud: 'com.example.ios' }, APPLE).refusal?.or).toBe(
      'Invalid login token. Incorrect token audience.',
    )
    expect(judged({ ...ofPool, aud: 'other' }, USER_POOL).refusal?.or).toBeNull()
  })
})

describe('which pools take a token', () => {
  it.each([
    [google, 'takes'],
    [{ ...google, exp: seconds }, 'expired'],
    [{ ...google, nbf: seconds + 3_600 }, 'early'],
    [{ ...google, aud: 'another' }, 'other-app'],
    [{ ...google, iss: 'https://id.example/x' }, 'iam-decides'],
    [{ ...google, iss: 'https://id.example/x/' }, 'near'],
    [{ ...ofPool, client_id: 'web1', token_use: 'access', aud: undefined }, null],
    [{ ...google, iss: 'https://elsewhere.example' }, null],
    [own, null],
  ])('%j', (claims, answer) => {
    expect(atPool(jwt(claims), pool, NOW)?.answer ?? null).toBe(answer)
  })
})

describe('what would make it work', () => {
  const cases: [string, Record<string, unknown> | string, string, object[]][] = [
    [
      'another app client',
      { ...ofPool, aud: 'other9' },
      USER_POOL,
      [{ do: 'add-client', providerName: USER_POOL, clientId: 'other9' }],
    ],
    [
      'another user pool',
      { ...ofPool, iss: `${ofPool.iss}4` },
      `${USER_POOL}4`,
      [{ do: 'add-client', providerName: `${USER_POOL}4`, clientId: 'web1' }],
    ],
    [
      'another app of Apple',
      { ...google, iss: `https://${APPLE}`, aud: 'com.example.ios' },
      APPLE,
      [{ do: 'several-apps', issuer: APPLE }],
    ],
    ['another provider', ofPool, GOOGLE, [{ do: 'choose', provider: USER_POOL }]],
    ['an access token', { ...ofPool, token_use: 'access', aud: undefined }, USER_POOL, [{ do: 'id-token' }]],
    ['an expired token', { ...google, exp: 1 }, GOOGLE, [{ do: 'fresh' }]],
    ['a token of the service', own, GOOGLE, [{ do: 'of-provider' }]],
    ['nothing', google, GOOGLE, []],
  ]
  it.each(cases)('%s', (_, claims, provider, remedies) => {
    expect(judged(claims, provider).remedies).toEqual(remedies)
  })

  it('is told with the values that decide it', () => {
    const { why, apps } = judged({ ...ofPool, aud: 'other9' }, USER_POOL)
    expect(apps).toEqual(['web1'])
    expect(why).toEqual([
      'Wrong audience: the token is for other9; of this provider the pool takes tokens for web1 only.',
    ])
    expect(judged({ ...google, aud: 'web', azp: 'app' }, GOOGLE).why[1]).toContain(
      'app, which asked for the token (azp)',
    )
    expect(judged({ ...google, iss: 'https://id.example/x/' }, 'id.example/x').why).toContainEqual(
      expect.stringContaining('The issuer id.example/x/ is nearly id.example/x: the difference is a slash at its end.'),
    )
  })
})
