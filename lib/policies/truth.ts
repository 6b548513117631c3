/** Whether something holds; a list of condition keys when that depends on what is not known of them. */
export type Truth = boolean | readonly string[]

/** Keys each once, whatever the case of their letters. */
export const distinctKeys = (keys: readonly string[]): string[] =>
  [...new Map(keys.toReversed().map((key) => [key.toLowerCase(), key] as const)).values()].toReversed()

/** Holds when one of them does; it depends on the keys of those that may. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  const open = truths.filter((truth) => typeof truth !== 'boolean').flat()
  return open.length > 0 ? distinctKeys(open) : false
}

/** Holds when all of them do; it depends on the keys of those that may. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  const open = truths.filter((truth) => typeof truth !== 'boolean').flat()
  return open.length > 0 ? distinctKeys(open) : true
}

export const not = (truth: Truth): Truth => (typeof truth === 'boolean' ? !truth : truth)
