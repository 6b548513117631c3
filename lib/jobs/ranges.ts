/** Whole numbers that follow each other, from the first to the last. */
export type Range = [first: number, last: number]

/** Ascending ranges with one more number in them; those that meet become one. */
export function addToRanges(ranges: readonly Range[], number: number): Range[] {
  const before = ranges.filter(([, last]) => last < number - 1)
  const after = ranges.filter(([first]) => first > number + 1)
  const beside = ranges.slice(before.length, ranges.length - after.length)
  const first = Math.min(number, ...beside.map(([from]) => from))
  const last = Math.max(number, ...beside.map(([, to]) => to))
  return [...before, [first, last], ...after]
}
