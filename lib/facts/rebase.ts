/** The operator's value where they changed it, else the present one. */
export const rebaseValue = <T>(base: T, mine: T, theirs: T): T => (same(base, mine) ? theirs : mine)

/**
 * The operator's additions, changes and removals put on top of the present list; entries are told apart by `keyOf`.
 * What both changed is as the operator has it.
 */
export function rebaseList<T>(base: T[], mine: T[], theirs: T[], keyOf: (entry: T) => string): T[] {
  if (same(base, theirs)) return mine
  const before = new Map(base.map((entry) => [keyOf(entry), entry]))
  const wanted = new Map(mine.map((entry) => [keyOf(entry), entry]))
  const present = new Set(theirs.map(keyOf))
  const kept = theirs.flatMap((entry) => {
    const key = keyOf(entry)
    const own = wanted.get(key)
    if (own === undefined) return before.has(key) ? [] : [entry]
    return [same(before.get(key), own) ? entry : own]
  })
  const added = mine.filter((entry) => {
    const key = keyOf(entry)
    return !present.has(key) && !same(before.get(key), entry)
  })
  return [...kept, ...added]
}

/** The same for a map. */
export const rebaseMap = <T>(base: Record<string, T>, mine: Record<string, T>, theirs: Record<string, T>) =>
  Object.fromEntries(
    rebaseList(Object.entries(base), Object.entries(mine), Object.entries(theirs), ([key]) => key),
  ) as Record<string, T>

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
