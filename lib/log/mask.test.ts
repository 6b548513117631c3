import { expect, test } from 'vitest'
import { mask } from './mask.ts'

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJl'

test.each<[string, unknown, unknown]>([
  [
    'what follows the consumer key of Twitter',
    { SupportedLoginProviders: { 'api.twitter.com': 'key;secret', 'accounts.google.com': 'client' } },
    { SupportedLoginProviders: { 'api.twitter.com': 'key;•••', 'accounts.google.com': 'client' } },
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
  ['a Twitter value without a secret', { 'api.twitter.com': 'key' }],
])('leaves %s readable', (_, value) => {
  expect(mask(value)).toEqual(value)
})

test('changes nothing in the original', () => {
  const original = { Logins: { a: 'b' }, at: new Date(0) }
  expect(mask(original)).toEqual({ Logins: { a: '•••' }, at: '1970-01-01T00:00:00.000Z' })
  expect(original.Logins).toEqual({ a: 'b' })
})
