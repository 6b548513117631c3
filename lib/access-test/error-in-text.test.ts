import { expect, it } from 'vitest'
import { errorInText } from './error-in-text.ts'

it.each([
  [
    'NotAuthorizedException: Token is not from a supported provider of this identity pool.',
    'does not name this provider',
    true,
  ],
  [
    '{"__type":"NotAuthorizedException","message":"Invalid login token. Issuer doesn\'t match providerName"}',
    'of another provider',
    true,
  ],
  ['12:03 ERROR Invalid login token. Missing a required claim: aud', 'access token', true],
  ['Error: Invalid login token. Token expired: 1795638670 >= 1795642838', 'ran out', true],
  ['Invalid login token. Incorrect token audience.', 'another app', true],
  [
    'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles',
    'sts:TagSession',
    false,
  ],
  ["Access to Identity 'us-east-1:1b2c' is forbidden.", 'disabled', false],
])('%s is told by what it means', (text, meaning, aboutToken) => {
  const found = errorInText(text)
  expect([found?.remedy.text.includes(meaning), found?.aboutToken]).toEqual([true, aboutToken])
})

it('tells the words alone, with readable times', () => {
  const text = 'at 9:00 {"message":"Invalid login token. Token expired: 1795638670 >= 1795642838"} at foo.js'
  expect(errorInText(text)?.message).toBe('Invalid login token. Token expired on 2026-11-25 20:31 UTC.')
})

it.each(['ada@example.com', 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809', 'Error: 42'])(
  '%s is no error',
  (text) => {
    expect(errorInText(text)).toBeNull()
  },
)
