import { expect, test } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts'

test('scripts and style elements need the nonce, and nothing is evaluated', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', isDevelopment: false })
  expect(policy).toContain(`script-src 'self' 'nonce-abc' 'strict-dynamic';`)
  expect(policy).toContain(`style-src-elem 'self' 'nonce-abc';`)
  expect(policy).not.toContain('unsafe-eval')
  expect(contentSecurityPolicy({ nonce: 'abc', isDevelopment: true })).toContain(`'unsafe-eval'`)
})

test('a browser is told to keep to TLS only where there is TLS', () => {
  const situation = { nonce: 'abc', isDevelopment: false }
  expect(securityHeaders({ ...situation, isSecure: false })).not.toHaveProperty('Strict-Transport-Security')
  expect(securityHeaders({ ...situation, isSecure: true })).toHaveProperty('Strict-Transport-Security')
})
