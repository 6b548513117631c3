import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { grouped } from './grouped.ts'

test('a number looks as English has it', () => {
  assert(
    property(integer({ min: -10_000_000, max: 10_000_000_000 }), (count) => {
      expect(grouped(count)).toBe(count.toLocaleString('en'))
    }),
  )
})
