import { expect, it } from 'vitest'
import type { IndexBreakdown } from '#lib/identity-index/breakdown.ts'
import { whatIsMissing } from './what-is-missing.ts'

const now = Date.UTC(2026, 10, 1, 12)
const scan = { scanId: 1, state: 'complete' as const, startedAt: now - 60_000, endedAt: now, count: 10 }
const found: IndexBreakdown = {
  scan,
  total: 10,
  states: { guest: 10, authenticated: 0, disabled: 0 },
  providers: [],
  created: [],
  modified: [],
}
const ready = {
  found,
  isCounting: false,
  count: 10,
  most: 100,
  keepList: { isReading: false, unread: null as string | null, error: null as unknown },
  accepted: { age: false, users: false },
  hasReason: true,
  now,
}
const said = (change: Partial<typeof ready>) => whatIsMissing({ ...ready, ...change }).said

it('a deletion by filter waits for whatever somebody has to know or accept first', () => {
  expect(said({})).toBeNull()
  expect(said({ count: 0 })).toMatch(/nothing to delete/)
  expect(said({ most: 9 })).toMatch(/at most 9 identities/)
  expect(said({ hasReason: false })).toMatch(/reason/)
  expect(said({ isCounting: true })).toMatch(/counted anew/)
})

it('a keep list that is there has to be known before anything is deleted', () => {
  const { keepList } = ready
  expect(said({ keepList: { ...keepList, isReading: true } })).toMatch(/being read/)
  expect(said({ keepList: { ...keepList, unread: 'It names nobody.' } })).toMatch(/choose another file, or remove it/)
  expect(said({ keepList: { ...keepList, error: new Error('down') } })).toMatch(/could not be looked up/)
})

it('users among them and an old scan are to be accepted', () => {
  const users = { ...found, states: { guest: 9, authenticated: 1, disabled: 0 } }
  expect(said({ found: users })).toMatch(/Signed-in users/)
  expect(said({ found: users, accepted: { age: false, users: true } })).toBeNull()
  const old = { ...found, scan: { ...scan, startedAt: now - 2 * 3_600_000 } }
  expect(whatIsMissing({ ...ready, found: old })).toMatchObject({
    isOld: true,
    said: expect.stringMatching(/anew/) as string,
  })
  expect(said({ found: old, accepted: { age: true, users: false } })).toBeNull()
})
