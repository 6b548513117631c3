import { expect, it } from 'vitest'
import { sampleUsage } from './sample-usage.ts'

it.each<[number, number, boolean, string]>([
  [0, 0, true, 'The pool has no identities yet.'],
  [1, 1, true, 'The pool’s only identity uses it.'],
  [0, 1, true, 'The pool’s only identity does not use it.'],
  [0, 5, true, 'None of the pool’s 5 identities uses it.'],
  [1, 5, true, '1 of the pool’s 5 identities uses it.'],
  [2, 60, false, '2 of the first 60 identities use it.'],
  [0, 60, false, 'None of the first 60 identities uses it; others may.'],
])('%i of %i, all of them: %s', (using, looked, whole, said) => {
  expect(sampleUsage(using, looked, whole)).toBe(said)
})
