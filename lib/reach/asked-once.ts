/** Asks once for each pair of things and remembers the answer as long as the first of them is there. */
export function askedOnce<A extends object, B, R>(ask: (one: A, other: B) => R): (one: A, other: B) => R {
  const known = new WeakMap<A, Map<B, R>>()
  return (one, other) => {
    const answers = known.get(one) ?? new Map<B, R>()
    known.set(one, answers)
    if (!answers.has(other)) answers.set(other, ask(one, other))
    return answers.get(other) as R
  }
}
