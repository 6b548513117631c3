import { describe, expect, it } from 'vitest'
import { readClaims } from './read-claims.ts'

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const OIDC = 'arn:aws:iam::123456789012:oidc-provider/id.example.com'
const providers = ['accounts.google.com', `${USER_POOL}:client1`, `${USER_POOL}:client2`, OIDC]
const token = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`

const full = { iss: `https://${USER_POOL}`, aud: 'client2', sub: 'ada', exp: 2000, name: 'Zoë 😀' }

describe('what was pasted', () => {
  it('is claims as JSON', () => {
    expect(readClaims(' {"team":"blue"} ', providers)).toEqual({
      ok: true,
      claims: { team: 'blue' },
      token: false,
      provider: null,
    })
  })

  it('is nothing', () => {
    expect(readClaims('  ', providers)).toMatchObject({ ok: true, claims: {} })
  })

  it('is a token, known by its issuer and app client', () => {
    expect(readClaims(`Bearer ${token(full)}`, providers)).toEqual({
      ok: true,
      claims: full,
      token: true,
      provider: `${USER_POOL}:client2`,
    })
    expect(readClaims(token({ ...full, iss: 'https://id.example.com' }), providers)).toMatchObject({ provider: OIDC })
    expect(readClaims(token({ ...full, aud: 'other' }), providers)).toMatchObject({ provider: null })
  })

  it.each(['[]', 'null', '"text"', 'a.b', '{', 'a.b.c', `x.${Buffer.from('[1]').toString('base64url')}.y`])(
    'is refused: %s',
    (text) => {
      expect(readClaims(text, providers).ok).toBe(false)
    },
  )
})
