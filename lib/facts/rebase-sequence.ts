import { commonPairs } from './pair-lists.ts'
import { keepMine, same } from './rebase.ts'

/**
 * Two changes of one ordered list put together, stretch by stretch between what all three have. What both added at one
 * place is kept, theirs first; of a stretch that both changed otherwise, the picked side's is taken.
 */
export function rebaseSequence<T>(base: T[], mine: T[], theirs: T[], pick = keepMine, unit = ''): T[] {
  const [toMine, toTheirs] = [mine, theirs].map((side) => new Map(commonPairs(texts(base), texts(side))))
  const anchors = base.flatMap((_, at) => {
    const own = toMine?.get(at)
    const now = toTheirs?.get(at)
    return own === undefined || now === undefined ? [] : [{ at, own, now }]
  })
  const merged: T[] = []
  let last = { at: -1, own: -1, now: -1 }
  for (const next of [...anchors, { at: base.length, own: mine.length, now: theirs.length }]) {
    const from = base.slice(last.at + 1, next.at)
    const own = mine.slice(last.own + 1, next.own)
    const now = theirs.slice(last.now + 1, next.now)
    merged.push(
      ...stretch(from, own, now, () => pick(`${unit} ${last.at + 1}`)),
      ...theirs.slice(next.now, next.now + 1),
    )
    last = next
  }
  return merged
}

function stretch<T>(base: T[], mine: T[], theirs: T[], side: () => 'mine' | 'theirs'): T[] {
  if (same(base, mine) || same(mine, theirs)) return theirs
  if (same(base, theirs)) return mine
  if (base.length === 0) return [...theirs, ...mine]
  return side() === 'mine' ? mine : theirs
}

const texts = (list: readonly unknown[]): string[] => list.map((one) => JSON.stringify(one))
