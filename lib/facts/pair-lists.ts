/**
 * Pairs two ordered lists: what stands in both in the same order, as much of it as can be, then what is left between
 * two such pairs, in order, as edits. The place in `before` of each item of `after`, or null for a new one.
 */
export function pairLists(before: readonly string[], after: readonly string[]): (number | null)[] {
  const pairs = after.map((): number | null => null)
  const kept = [...commonPairs(before, after), [before.length, after.length] as const]
  let [from, to] = [0, 0]
  for (const [nextFrom, nextTo] of kept) {
    for (; from < nextFrom && to < nextTo; from += 1, to += 1) pairs[to] = from
    if (nextTo < after.length) pairs[nextTo] = nextFrom
    from = nextFrom + 1
    to = nextTo + 1
  }
  return pairs
}

/** The longest common subsequence, as places in both lists. */
export function commonPairs(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  // longest[i][j]: how long it is for what starts at i and j.
  const longest = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0))
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = longest[i] ?? []
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const pairs: [number, number][] = []
  for (let [i, j] = [0, 0]; i < before.length && j < after.length;) {
    if (before[i] === after[j]) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
