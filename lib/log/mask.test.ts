import { expect, test } from 'vitest'
import { mask } from './mask.ts'

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJl'

test.each<[string, unknown, unknown]>([
  [
    'what follows the consumer key of Twitter',
    { SupportedLoginProviders: { 'api.twitter.com': 'key;secret', 'accounts.google.com': 'client' } },
    { SupportedLoginProviders: { 'api.twitter.com': 'key;•••', 'accounts.google.com': 'client' } },
  ],
  [
    'what follows the consumer key of Digits',
    { SupportedLoginProviders: { 'www.digits.com': 'key;secret;more' } },
    { SupportedLoginProviders: { 'www.digits.com': 'key;•••' } },
  ],
  [
    'the value before and the value after',
    { 'www.digits.com': { before: 'key;one', after: 'key;two' }, 'api.twitter.com': ['key;one', 'key;two'] },
    { 'www.digits.com': { before: 'key;•••', after: 'key;•••' }, 'api.twitter.com': ['key;•••', 'key;•••'] },
  ],
  [
    'a value beside its provider',
    [
      { name: 'www.digits.com', value: 'key;hush hush' },
      { value: 'key;hush', key: 'login-provider api.twitter.com' },
    ],
    [
      { name: 'www.digits.com', value: 'key;•••' },
      { value: 'key;•••', key: 'login-provider api.twitter.com' },
    ],
  ],
  [
    'pairs',
    [
      ['www.digits.com', 'key;hush'],
      ['api.twitter.com', null],
    ],
    [
      ['www.digits.com', 'key;•••'],
      ['api.twitter.com', null],
    ],
  ],
  [
    'tokens beside their provider',
    { provider: 'api.twitter.com', token: 'a;b' },
    { provider: 'api.twitter.com', token: '•••' },
  ],
  [
    'what is secret in JSON',
    '{"pairs":[{"value":"key;hush","name":"www.digits.com"}],"Logins":{"login.example":"x"}}',
    '{"pairs":[{"value":"key;•••","name":"www.digits.com"}],"Logins":{"login.example":"•••"}}',
  ],
  [
    'a value in a text',
    'Bad {www.digits.com=key;hush, accounts.google.com=a}, {\\"api.twitter.com\\": \\"key;hu+sh\\"}',
    'Bad {www.digits.com=key;•••, accounts.google.com=a}, {\\"api.twitter.com\\": \\"key;•••\\"}',
  ],
  [
    'a named value in a text',
    'Bad {"name": "www.digits.com", "value": "key;hush"}',
    'Bad {"name": "www.digits.com", "value": "key;•••"}',
  ],
  ['the values of logins', { Logins: { 'graph.facebook.com': 'EAAB' } }, { Logins: { 'graph.facebook.com': '•••' } }],
  [
    'keys',
    { secretAccessKey: 's', accessKeyId: 'a', SecretKey: 'k' },
    { secretAccessKey: '•••', accessKeyId: '•••', SecretKey: '•••' },
  ],
  [
    'tokens by name',
    { idToken: 'x', sessionToken: 'y', Token: 'z' },
    { idToken: '•••', sessionToken: '•••', Token: '•••' },
  ],
  ['tokens by form', ['said', `it was ${JWT}.`], ['said', 'it was •••.']],
  [
    'what signs a request',
    "should have been 'POST\n/\n\nhost:x\nx-amz-security-token:IQoJb3Jp+Z2lu/X2Vj=\nx-amz-target:y'",
    "should have been 'POST\n/\n\nhost:x\nx-amz-security-token:•••\nx-amz-target:y'",
  ],
  [
    'an authorization',
    'Bad Authorization: AWS4-HMAC-SHA256 Credential=AKIA/20260101/x, SignedHeaders=host, Signature=0af1',
    'Bad Authorization: AWS4-HMAC-SHA256 •••',
  ],
  [
    'a signature alone',
    'Not Signature=0a1b2c3d, nor X-Amz-Signature=ff00&x=1',
    'Not Signature=•••, nor X-Amz-Signature=•••&x=1',
  ],
  ['a token in an address', '?X-Amz-Security-Token=IQoJ%2Fb3&X-Amz-Date=1', '?X-Amz-Security-Token=•••&X-Amz-Date=1'],
  ['passwords in URLs', 'postgres://lifeguard:hush@db:5432/x', 'postgres://lifeguard:•••@db:5432/x'],
])('masks %s', (_, value, masked) => {
  expect(mask(value)).toEqual(masked)
})

test.each<[string, unknown]>([
  ['names of providers', { logins: ['accounts.google.com'] }],
  ['paging', { nextToken: 'page-2', NextToken: 'page-3', paginationToken: 'p' }],
  ['switches and numbers', { serverSideTokenCheck: true, tokenDuration: 900, token: null }],
  [
    'ids',
    { identityId: 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60', roles: { authenticated: 'arn:aws:iam::1:role/a' } },
  ],
  ['JSON without a secret', '{ "accounts.google.com": "one;two",  "big": 12345678901234567890 }'],
  ['sentences about signatures', 'Signature expired; the Credential should be scoped to a valid Region.'],
  ['a sentence beside a provider', { subject: 'api.twitter.com', reason: 'Known; moved until June' }],
  ['a sentence about a provider', 'Nobody uses api.twitter.com; it is to go.'],
  ['rules of a provider', { provider: 'api.twitter.com', rules: [{ claim: 'sub', value: 'a;b' }] }],
  ['a Twitter value without a secret', { 'api.twitter.com': 'key' }],
])('leaves %s readable', (_, value) => {
  expect(mask(value)).toEqual(value)
})

test('changes nothing in the original', () => {
  const original = { Logins: { a: 'b' }, at: new Date(0) }
  expect(mask(original)).toEqual({ Logins: { a: '•••' }, at: '1970-01-01T00:00:00.000Z' })
  expect(original.Logins).toEqual({ a: 'b' })
})

test('leaves what is masked already as it is, so that an answer without a secret is kept whole', () => {
  const answer = { loginProviders: { 'api.twitter.com': 'key;••••••••' }, text: '{"www.digits.com":"key;••••••••"}' }
  expect(mask(answer)).toEqual(answer)
})
