import { bounds } from '../core/limits.ts'
import { diffFacts, type FactChange } from '../facts/facts.ts'
import { tagFacts } from './pool-tags.ts'
import { isReservedTag } from './reserved-tag.ts'

/** What is done with one tag. */
export type TagAct = { kind: 'add'; key: string; value: string } | { kind: 'remove'; key: string }

/** What becomes of a tag in one pool. `seen`: its value as the plan was made; `unable`: the service would refuse it. */
type TagPlan =
  | { kind: 'change'; seen: string | null; changes: FactChange[] }
  | { kind: 'nothing'; why: string }
  | { kind: 'unable'; why: string }

/** The value of a tag; null where there is none. */
export const tagValue = (tags: Record<string, string>, key: string): string | null =>
  Object.hasOwn(tags, key) ? (tags[key] ?? null) : null

export const isAsWanted = (value: string | null, act: TagAct): boolean =>
  value === (act.kind === 'add' ? act.value : null)

/** What the act does to a pool with these tags. */
export function planOfTag(tags: Record<string, string>, act: TagAct): TagPlan {
  const seen = tagValue(tags, act.key)
  if (isAsWanted(seen, act))
    return { kind: 'nothing', why: act.kind === 'add' ? 'Has it already.' : 'Does not have it.' }
  const { [act.key]: _present, ...others } = tags
  const own = Object.keys(tags).filter((key) => !isReservedTag(key)).length
  if (act.kind === 'add' && seen === null && own >= bounds.tags.max)
    return { kind: 'unable', why: `Has ${own} tags already, the most that a pool can have.` }
  const next = act.kind === 'add' ? { ...others, [act.key]: act.value } : others
  return { kind: 'change', seen, changes: diffFacts(tagFacts(tags), tagFacts(next)) }
}
