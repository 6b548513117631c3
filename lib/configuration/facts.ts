/** One statement about a configuration in the pool's own terms; `key` is stable, `label` and `value` are for people. */
export type Fact = { key: string; label: string; value: string }

/** What a change does to one fact; null where the fact is not there. */
export type FactChange = { key: string; label: string; before: string | null; after: string | null }

/** All facts of both sides, in the order of those after the change, removed ones where they stood. */
export function alignFacts(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const old = new Map(before.map((fact) => [fact.key, fact]))
  const next = new Map(after.map((fact) => [fact.key, fact]))
  const keys = [...new Set(interleaved(before, after))]
  return keys.map((key) => {
    const from = old.get(key)
    const to = next.get(key)
    return { key, label: to?.label ?? from?.label ?? key, before: from?.value ?? null, after: to?.value ?? null }
  })
}

/** The facts that differ. */
export const diffFacts = (before: readonly Fact[], after: readonly Fact[]): FactChange[] =>
  alignFacts(before, after).filter((change) => change.before !== change.after)

/** All keys: those of `after` in order, each removed one after the key it followed before. */
function interleaved(before: readonly Fact[], after: readonly Fact[]): string[] {
  const keys = after.map(({ key }) => key)
  const present = new Set(keys)
  let previous = -1
  for (const { key } of before) {
    if (present.has(key)) previous = keys.indexOf(key)
    else keys.splice((previous += 1), 0, key)
  }
  return keys
}
