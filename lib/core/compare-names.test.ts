import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames } from './compare-names.ts'

const letters = constantFrom(...' _-,:.@+=059abyzABYZ')
const plain = string({ unit: letters, maxLength: 6 })

test('plain names stand in the order of English', () => {
  assert(
    property(plain, plain, (one, other) => {
      expect(compareNames(one, other)).toBe(one.localeCompare(other, 'en'))
    }),
    { numRuns: 5_000 },
  )
})

test('so do others, beside plain ones too', () => {
  for (const [one, other] of [
    ['élan', 'zoo'],
    ['elan', 'élan'],
    ['日本', 'tokyo'],
    ['a/b', 'a-b'],
  ] as const)
    expect(compareNames(one, other)).toBe(one.localeCompare(other, 'en'))
})
