import { UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import { poolAcceptance } from './pool-acceptance.ts'
import { readToken } from './read-token.ts'
import { tokenProblems } from './token-problems.ts'

const GOOGLE = 'accounts.google.com'
const NOW = Date.UTC(2026, 10, 20, 12)
const seconds = NOW / 1000

const jwt = (claims: Record<string, unknown>) => new UnsecuredJWT(claims).encode()
const google = { iss: `https://${GOOGLE}`, sub: 'g-1', aud: 'app', iat: seconds - 60, exp: seconds + 3600 }

const pool: Pool = {
  poolId: 'us-east-1:a',
  fingerprint: '',
  region: 'us-east-1',
  name: 'Pool',
  allowUnauthenticated: false,
  classicFlow: 'off',
  developerProviderName: null,
  loginProviders: { [GOOGLE]: 'app' },
  userPools: [{ providerName: 'cognito-idp.us-east-1.amazonaws.com/p', clientId: 'c1', serverSideTokenCheck: false }],
  oidcProviderArns: ['arn:aws:iam::123456789012:oidc-provider/id.example/x'],
  samlProviderArns: [],
  tags: {},
}

describe('reading a token', () => {
  it('tells issuer, subject, audience and expiry', () => {
    expect(readToken(jwt(google))).toMatchObject({
      issuer: `https://${GOOGLE}`,
      provider: GOOGLE,
      subject: 'g-1',
      audiences: ['app'],
      expiresAt: NOW + 3_600_000,
      identity: null,
      isAccessToken: false,
    })
  })

  it('tells the identity of a token that an identity pool made', () => {
    const token = jwt({ iss: 'https://cognito-identity.amazonaws.com', sub: 'us-east-1:b', aud: 'us-east-1:a' })
    expect(readToken(token)?.identity).toEqual({ identityId: 'us-east-1:b', poolId: 'us-east-1:a' })
  })

  it('is nothing when it is no token', () => {
    expect(readToken('eyJ.not.one')).toBeNull()
  })
})

describe('which pools take a token', () => {
  it.each([
    [google, 'yes'],
    [{ ...google, aud: 'another' }, 'other-audience'],
    [{ iss: 'https://id.example/x', aud: 'any' }, 'iam-decides'],
    [{ iss: 'https://cognito-idp.us-east-1.amazonaws.com/p', aud: 'c1' }, 'yes'],
    [{ iss: 'https://cognito-idp.us-east-1.amazonaws.com/p', client_id: 'c1', token_use: 'access' }, 'no'],
    [{ iss: 'https://elsewhere.example', aud: 'app' }, 'no'],
  ])('%j', (claims, acceptance) => {
    const facts = readToken(jwt(claims))
    expect(facts && poolAcceptance(pool, facts)).toBe(acceptance)
  })
})

describe('what is wrong with a proof', () => {
  const problems = (claims: Record<string, unknown>, provider = GOOGLE) =>
    tokenProblems({ token: jwt(claims), provider, pool, now: NOW })

  it('is nothing with a good one', () => {
    expect(problems(google)).toEqual([])
  })

  it.each([
    [{ ...google, exp: seconds - 60 }, /^Expired on 2026-11-20 11:59 UTC/],
    [{ ...google, nbf: seconds + 60 }, /^Not valid before/],
    [{ ...google, iss: 'https://elsewhere.example' }, /^Wrong issuer: the token is from https:\/\/elsewhere.example/],
    [{ ...google, aud: 'another' }, /^Wrong audience: the token is for another/],
    [{ ...google, token_use: 'access' }, /^This is an access token/],
    [{ iss: 'https://cognito-identity.amazonaws.com', sub: 'us-east-1:b', aud: 'us-east-1:a' }, /identity pool itself/],
  ])('%j', (claims, expected) => {
    expect(problems(claims)).toEqual([expect.stringMatching(expected)])
  })

  it('cannot be told of access tokens and SAML assertions', () => {
    const opaque = { token: 'EAAopaque', pool, now: NOW }
    expect(tokenProblems({ ...opaque, provider: 'graph.facebook.com' })).toEqual([])
    expect(tokenProblems({ ...opaque, provider: 'arn:aws:iam::123456789012:saml-provider/Okta' })).toEqual([])
    expect(tokenProblems({ ...opaque, provider: GOOGLE })).toEqual([expect.stringMatching(/^This is no ID token/)])
  })
})
