import { expect, it } from 'vitest'
import { changeSince, type SeenIdentity } from './seen-identity.ts'

const identityId = 'us-east-1:00000000-0000-4000-8000-000000000001'
const seen: SeenIdentity = { identityId, state: 'authenticated', logins: ['a', 'b'], userIdentifiers: ['zed'] }

it('finds an identity as it was seen, in whatever order', () => {
  expect(changeSince(seen, { state: 'authenticated', logins: ['b', 'a'], userIdentifiers: ['zed'] })).toBeNull()
})

it.each([
  [{ userIdentifiers: ['zed', 'innocent'] }, 'Other users than you saw'],
  [{ userIdentifiers: [] }, 'Other users than you saw'],
  [{}, 'Nobody can tell which users'],
  [{ userIdentifiers: ['zed'], logins: ['a'] }, 'Other logins than you saw'],
  [{ userIdentifiers: ['zed'], state: 'disabled' as const }, 'is disabled'],
])('tells that %j is other than it was seen', (now, words) => {
  expect(changeSince(seen, now)).toContain(words)
})

it('compares nothing that was not seen', () => {
  const unseen = { identityId, state: null, logins: null, userIdentifiers: null }
  expect(changeSince(unseen, { state: 'guest', logins: ['x'], userIdentifiers: ['innocent'] })).toBeNull()
})
