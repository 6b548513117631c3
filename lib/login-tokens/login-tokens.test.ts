import { describe, expect, it } from 'vitest'
import { APPLE, FACEBOOK, google, GOOGLE, jwt, NOW, ofPool, own, pool, SAML, seconds } from './logins-for-tests.ts'
import { readToken } from './read-token.ts'
import { kindOfToken } from './token-kind.ts'
import { tokenProblems } from './token-problems.ts'

describe('reading a token', () => {
  it('tells issuer, subject, audience and expiry', () => {
    expect(readToken(jwt({ ...google, azp: 'phone' }))).toMatchObject({
      issuer: `https://${GOOGLE}`,
      provider: GOOGLE,
      subject: 'g-1',
      audiences: ['app'],
      expiresAt: NOW + 3_600_000,
      identity: null,
      isAccessToken: false,
      isOfIdentityPool: false,
      authorizedParty: 'phone',
    })
  })

  it('tells the identity of a token that an identity pool made', () => {
    expect(readToken(jwt(own))?.identity).toEqual({ identityId: 'us-east-1:b', poolId: 'us-east-1:a' })
  })

  it('takes a claim of the wrong kind for none', () => {
    const wrong = { iss: 7, sub: {}, aud: [1, 'app'], exp: 'soon', iat: null, azp: 3 }
    const token = `${btoa('{}')}.${btoa(JSON.stringify(wrong))}.x`
    expect(readToken(token)).toMatchObject({ issuer: null, subject: null, audiences: ['app'], expiresAt: null })
  })

  it('is nothing when it is no token', () => {
    expect(readToken('eyJ.not.one')).toBeNull()
  })

  it.each([
    [jwt(google), 'ID token of Google'],
    [jwt({ ...google, iss: APPLE }), 'ID token of Apple'],
    [
      jwt({ ...ofPool, token_use: 'access', aud: undefined, client_id: 'web1' }),
      'Access token of User pool us-east-1_AbCdEf123',
    ],
    [jwt(own), 'OpenID token of an identity pool'],
    ['EAAGm0PX4ZCpsBAKZ', 'Access token of Facebook'],
    ['ya29.a0AfH6SMB', 'Access token of Google'],
    ['Atza|IwEBIA', 'Access token of Amazon'],
    ['PHNhbWxwOlJlc3BvbnNlPg==', 'SAML assertion'],
    ['eyJjdHkiOiJKV1Qi.a.b.c.d', 'Encrypted token, such as a refresh token'],
    ['hello', 'Nothing that can be read here'],
  ])('%s is told by its kind', (token, label) => {
    expect(kindOfToken(token).label).toBe(label)
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
    [{ ...google, aud: 'another' }, /^Wrong audience: the token is for another; /],
    [{ ...google, sub: undefined }, /^The token lacks what the service asks for: sub\./],
    [{ ...google, token_use: 'access' }, /^This is an access token/],
    [own, /identity pool itself/],
  ])('%j', (claims, expected) => {
    expect(problems(claims)).toEqual([expect.stringMatching(expected)])
  })

  it('cannot be told of access tokens and SAML assertions', () => {
    const opaque = { token: 'EAAopaque', pool, now: NOW }
    expect(tokenProblems({ ...opaque, provider: FACEBOOK })).toEqual([])
    expect(tokenProblems({ ...opaque, provider: SAML })).toEqual([])
    expect(tokenProblems({ ...opaque, provider: GOOGLE })).toEqual([expect.stringMatching(/^This is no ID token/)])
  })
})
