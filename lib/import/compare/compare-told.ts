import { alignFacts, type Fact } from '../../facts/facts.ts'
import { leavesOpen, type Gap } from '../described/gap.ts'

/**
 * The keys of the rows of a comparison of which the text on the left says nothing: what differs there is no difference.
 * Where it leaves one of several things open, and more than that many are only on the right, all of them differ.
 */
export function untoldRows(left: readonly Fact[], right: readonly Fact[], gaps: readonly Gap[]): Set<string> {
  const open = alignFacts(left, right).flatMap(({ key, before, after }) => {
    if (before === after || after === null) return []
    const fact = { key: key.replace(/^new (?=rule )/, ''), value: after }
    const gap = gaps.find((one) => leavesOpen(one, fact) && (before === null || one.prefix === fact.key))
    return gap ? [{ key, gap, thing: thingOf(fact.key) }] : []
  })
  const things = new Map<Gap, Set<string>>()
  for (const { gap, thing } of open) things.set(gap, (things.get(gap) ?? new Set()).add(thing))
  return new Set(open.filter(({ gap }) => (things.get(gap)?.size ?? 0) <= gap.most).map(({ key }) => key))
}

/** The thing that a fact is about: a mapping for each of its rules. */
const thingOf = (key: string): string => key.replace(/^rule (.*) \d+$/, 'mapping $1')
