import { expect, it } from 'vitest'
import { askedCutOff } from './asked-cut-off.ts'

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
