/** Each of a list once, where it is first, by what names it: whoever sends one twice is answered once. */
export const distinct =
  <T>(nameOf: (one: T) => string) =>
  (list: readonly T[]): T[] => {
    const first = new Map<string, T>()
    for (const one of list) if (!first.has(nameOf(one))) first.set(nameOf(one), one)
    return [...first.values()]
  }
