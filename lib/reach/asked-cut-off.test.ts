import { expect, it } from 'vitest'
import { askedCutOff, cutOffFault } from './asked-cut-off.ts'

const poolId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const chosen = { poolId, identityId: '', at: null }

it('all sessions are cut off up to the moment that somebody named, and not before they did', () => {
  expect(askedCutOff({ ...chosen, of: 'sessions' })).toBeNull()
  expect(askedCutOff({ ...chosen, of: 'sessions', at: Date.UTC(2026, 0, 2, 3, 4, 5, 678) })).toEqual({
    of: 'sessions',
    before: '2026-01-02T03:04:05Z',
  })
})

it('a whole pool takes no moment', () => {
  expect(askedCutOff({ ...chosen, of: 'pool' })).toEqual({ of: 'pool', poolId })
})

it('one identity is one that the pool may have: any other text gives no policy and a reason', () => {
  const identityId = 'us-east-1:11111111-2222-4333-8444-555555555555'
  const of = 'identities' as const
  expect(askedCutOff({ ...chosen, of, identityId: ` ${identityId} ` })).toEqual({ of, identityIds: [identityId] })
  expect(cutOffFault(identityId, poolId)).toBeNull()
  for (const [text, why] of [
    ['somebody', /no identity ID/],
    ['eu-west-1:11111111-2222-4333-8444-555555555555', /begin with us-east-1/],
  ] as const) {
    expect(askedCutOff({ ...chosen, of, identityId: text })).toBeNull()
    expect(cutOffFault(text, poolId)).toMatch(why)
  }
})

it('an empty box is no fault, and gives no policy', () => {
  expect(cutOffFault(' ', poolId)).toBeNull()
  expect(askedCutOff({ ...chosen, of: 'identities' })).toBeNull()
})
