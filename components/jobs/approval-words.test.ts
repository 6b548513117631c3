import { expect, it } from 'vitest'
import { approvalWords } from './approval-words.ts'

it.each([
  ['delete-identities', 1, 'Delete 1 identity', '1 identity is deleted. What is deleted does not come back.', null],
  [
    'delete-by-filter',
    60,
    'Delete 60 identities',
    '60 identities are deleted. What is deleted does not come back.',
    null,
  ],
  [
    'delete-by-filter',
    1_000_000,
    'Delete 1,000,000 identities',
    '1,000,000 identities are deleted. What is deleted does not come back.',
    1_000_000,
  ],
  [
    'delete-pool-identities',
    null,
    'Delete every identity',
    'Every identity of the pool is deleted. What is deleted does not come back.',
    'delete',
  ],
  [
    'merge-list',
    61,
    'Merge 61 pairs',
    '61 pairs are merged, and the identity that moves is disabled for good: nothing takes a merge back.',
    61,
  ],
])('an approval of %s over %s names what it starts', (kind, total, act, loses, typed) => {
  expect(approvalWords({ kind, total })).toEqual({ act, loses, typed })
})
