import { pairLists } from './pair-lists.ts'

/**
 * One statement about a configuration in the pool's own terms; `key` is stable, `label` and `value` are for people.
 * Facts of one `list` are compared in their order, not by their keys: one that moved does not change its neighbours.
 */
export type Fact = { key: string; label: string; value: string; list?: string }

/** What a change does to one fact; null where the fact is not there. `isAnswer`: it was told, and nothing was added. */
export type FactChange = {
  key: string
  label: string
  before: string | null
  after: string | null
  isAnswer?: boolean
}

/** All facts of both sides, in the order of those after the change, removed ones where they stood. */
export function alignFacts(before: readonly Fact[], present: readonly Fact[]): FactChange[] {
  const after = keyedAlike(before, present)
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

/** Facts of a list get the key of what they were before. */
function keyedAlike(before: readonly Fact[], after: readonly Fact[]): Fact[] {
  const keys = new Map<Fact, string>()
  for (const list of new Set(after.flatMap((fact) => fact.list ?? []))) {
    const old = before.filter((fact) => fact.list === list)
    const next = after.filter((fact) => fact.list === list)
    const pairs = pairLists(old.map(valueOf), next.map(valueOf))
    for (const [index, fact] of next.entries()) keys.set(fact, old[pairs[index] ?? -1]?.key ?? `new ${fact.key}`)
  }
  return after.map((fact) => ({ ...fact, key: keys.get(fact) ?? fact.key }))
}

const valueOf = ({ value }: Fact): string => value
