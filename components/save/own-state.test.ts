import { expect, test } from 'vitest'
import { isOwnState, rememberState } from './own-state.ts'

const roles = (authenticated: string) => ({ fingerprint: authenticated, authenticated, mappings: [] })

test('nothing is one’s own before anything was gone back to', () => {
  expect(isOwnState({})).toBe(false)
  expect(isOwnState({ detail: {}, roles: roles('a') })).toBe(false)
})

test('a form knows the state that was gone back to, whole or as a part of what it shows', () => {
  rememberState({ kind: 'roles', roles: roles('a') })
  expect(isOwnState({ detail: { name: 'Pool' }, roles: roles('a') })).toBe(true)
  expect(isOwnState(roles('a'))).toBe(true)
  expect(isOwnState({ detail: { name: 'Pool' }, roles: roles('b') })).toBe(false)
  rememberState({ kind: 'tags', tags: { arn: 'arn', tags: { team: 'web' } } })
  expect(isOwnState({ arn: 'arn', tags: { team: 'web' } })).toBe(true)
  expect(isOwnState({ detail: { name: 'Pool' }, roles: roles('a') }), 'an older one').toBe(false)
})
