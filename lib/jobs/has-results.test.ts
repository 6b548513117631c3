import { expect, it } from 'vitest'
import { hasResults } from './has-results.ts'

it.each([
  [
    'a whole pool of which some is deleted',
    { kind: 'delete-pool-identities', total: null, done: 60, refused: 0 },
    true,
  ],
  ['a whole pool that refused all so far', { kind: 'delete-pool-identities', total: null, done: 0, refused: 2 }, true],
  [
    'a whole pool of which nothing is deleted',
    { kind: 'delete-pool-identities', total: null, done: 0, refused: 0 },
    false,
  ],
  ['chosen identities before the first call', { kind: 'delete-identities', total: 4, done: 0, refused: 0 }, true],
  ['a scan, which keeps no account of items', { kind: 'scan-pool', total: null, done: 60, refused: 0 }, false],
])('%s', (_, job, told) => {
  expect(hasResults(job)).toBe(told)
})
