import { expect, it } from 'vitest'
import { tokenOfBox } from './token-of-box.ts'

const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
const JWT = `${part({ alg: 'none' })}.${part({ iss: 'https://accounts.google.com', sub: 'g-1' })}.c2lnbmF0dXJl`

it.each([JWT, `Bearer ${JWT}`, `{"id_token":"${JWT}"}`, `-H 'Authorization: Bearer ${JWT}'`, `"${JWT}",`])(
  'a token box keeps the token of %s',
  (text) => expect(tokenOfBox(text)).toBe(JWT),
)

it.each(['fb-ada', 'Bearer fb-ada', '"fb-ada"', ' fb-ada\n'])(
  'an access token is kept without what wraps it: %j',
  (text) => expect(tokenOfBox(text)).toBe('fb-ada'),
)
