import { describe, expect, it } from 'vitest'
import { google, GOOGLE, jwt, NOW, ofPool, own, pool, seconds, USER_POOL } from '../login-tokens/logins-for-tests.ts'
import { pastedToken, whyTokenRefused } from './pasted-token.ts'

const why = (claims: Record<string, unknown>, provider = GOOGLE, at = pool) => {
  const pasted = pastedToken(` Bearer ${jwt(claims)} `, provider)
  return pasted && whyTokenRefused(pasted, at, NOW).join(' ')
}
const twoClients = {
  ...pool,
  userPools: [...pool.userPools, { providerName: USER_POOL, clientId: 'web2', serverSideTokenCheck: false }],
}

describe('a pasted token would be refused', () => {
  it.each([
    ['by nobody, where it is right', google, GOOGLE, ''],
    ['as of another provider than the chosen one', ofPool, GOOGLE, `Wrong issuer: the token is from ${ofPool.iss}`],
    ['as of another app', { ...google, aud: 'b' }, GOOGLE, 'Wrong audience: the token is for b'],
    ['once it has expired', { ...google, exp: seconds - 1 }, GOOGLE, 'Expired on 2026-11-20 11:59 UTC'],
    ['by nobody, where the pool made it', own, GOOGLE, ''],
    ['by STS, once one of the pool has expired', { ...own, exp: seconds - 1 }, GOOGLE, 'STS takes it no more'],
    ['by nobody, where it is of the chosen app client', ofPool, `${USER_POOL}:web1`, ''],
  ])('%s', (_, claims, provider, words) => {
    expect(why(claims, provider)).toMatch(words === '' ? /^$/ : words)
  })

  it('as of another app client than the chosen one, though the pool takes both', () => {
    expect(why(ofPool, `${USER_POOL}:web2`, twoClients)).toContain('Another app client: the token is for web1')
  })
})

it('claims are no token', () => {
  expect(pastedToken('{ "team": "blue" }', GOOGLE)).toBeNull()
  expect(pastedToken('', GOOGLE)).toBeNull()
})
