import { expect, it } from 'vitest'
import type { Identity, IdentityState } from './identity.ts'
import { countsOf } from './state-counts.ts'

const identities = (state: IdentityState, count: number): Identity[] =>
  Array.from({ length: count }, (_, index) => ({
    identityId: `us-east-1:${index}`,
    state,
    logins: [],
    createdAt: null,
    modifiedAt: null,
  }))

it('users are told before guests, and what is not known is told as that', () => {
  const known = [...identities('guest', 1), ...identities('disabled', 2), ...identities('authenticated', 1_200)]
  expect(countsOf(known, 1_210)).toBe('1,200 authenticated, 1 guest, 2 disabled, 7 not known')
  expect(countsOf(identities('guest', 2), 2)).toBe('2 guests')
})
