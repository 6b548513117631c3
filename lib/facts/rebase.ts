/** Which side counts where both changed the same thing, each in a way of its own; `unit` names the thing. */
export type PickSide = (unit: string) => 'mine' | 'theirs'

export const keepMine: PickSide = () => 'mine'

/** The value of whoever changed it; where both did, the one that is picked. */
export function rebaseValue<T>(base: T, mine: T, theirs: T, pick = keepMine, unit = ''): T {
  if (same(base, mine) || same(mine, theirs)) return theirs
  if (same(base, theirs)) return mine
  return pick(unit) === 'mine' ? mine : theirs
}

type Contest<T> = {
  pick?: PickSide
  /** What stands before the key of an entry in the name of its unit. */
  unit?: string
  /** For entries that can be put together part by part; a side that has none gives null. */
  merge?: (base: T | null, mine: T | null, theirs: T | null, pick: PickSide, unit: string) => T | null
}

/** The operator's additions, changes and removals put on top of the present list; entries are told apart by `keyOf`. */
export function rebaseList<T>(
  base: T[],
  mine: T[],
  theirs: T[],
  keyOf: (entry: T) => string,
  { pick = keepMine, unit = '', merge = rebaseValue }: Contest<T> = {},
): T[] {
  if (same(base, theirs)) return mine
  const by = (list: T[]) => new Map(list.map((entry) => [keyOf(entry), entry]))
  const [before, wanted, present] = [by(base), by(mine), by(theirs)]
  const keys = new Set([...theirs, ...mine].map(keyOf))
  return [...keys].flatMap((key) => {
    const entry = merge(
      before.get(key) ?? null,
      wanted.get(key) ?? null,
      present.get(key) ?? null,
      pick,
      `${unit} ${key}`,
    )
    return entry === null ? [] : [entry]
  })
}

/** The same for a map. */
export const rebaseMap = <T>(
  base: Record<string, T>,
  mine: Record<string, T>,
  theirs: Record<string, T>,
  contest: Contest<[string, T]> = {},
) =>
  Object.fromEntries(
    rebaseList(Object.entries(base), Object.entries(mine), Object.entries(theirs), ([key]) => key, contest),
  ) as Record<string, T>

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
