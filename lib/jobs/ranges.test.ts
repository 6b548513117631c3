import { array, assert, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { addToRanges, type Range } from './ranges.ts'

it('numbers in any order become as few ranges as there are gaps, and name nothing else', () => {
  assert(
    property(array(integer({ min: 1, max: 60 })), (numbers) => {
      const ranges = numbers.reduce<Range[]>((sofar, number) => addToRanges(sofar, number), [])
      const named = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
      const wanted = [...new Set(numbers)].toSorted((a, b) => a - b)
      expect(named).toEqual(wanted)
      expect(ranges).toHaveLength(wanted.filter((number) => !wanted.includes(number - 1)).length)
    }),
  )
})
