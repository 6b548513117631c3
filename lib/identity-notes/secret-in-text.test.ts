import { expect, it } from 'vitest'
import { secretInText } from './secret-in-text.ts'

const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl'

it.each([
  JWT,
  `She sent {"id_token":"${JWT}"}, from her phone`,
  `Authorization: Bearer ${JWT.slice(0, 34)}`,
  `fb: EAA${'Zx9'.repeat(20)}`,
  'AKIAIOSFODNN7EXAMPLE',
])('a token is found in %s', (text) => expect(secretInText(text)).toBe('token'))

it.each(['password: hunter22', 'Her PIN is 4711', 'pwd=letmein', 'Das Passwort ist geheim1'])(
  'a password is suspected in %s',
  (text) => expect(secretInText(text)).toBe('password'),
)

it.each([
  'She forgot her password',
  'Reset the password on Monday',
  'pin board',
  'eyJ is how tokens begin',
  'Key: 4711',
])('nothing is suspected in %s', (text) => expect(secretInText(text)).toBeNull())
