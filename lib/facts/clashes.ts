import type { FactChange } from './facts.ts'
import type { PickSide } from './rebase.ts'

/** What both changed, each in a way of its own: `before` is what they have there, `after` what the operator wants. */
export type Clash = { unit: string; differences: FactChange[] }

/**
 * Everything that both changed. `differencesWith`: what the operator's change alters of the present configuration when
 * sides are picked like this.
 */
export function clashes(differencesWith: (pick: PickSide) => FactChange[]): Clash[] {
  const units = new Set<string>()
  const uncontested = differencesWith((unit) => {
    units.add(unit)
    return 'theirs'
  }).map(textOf)
  return [...units].map((unit) => ({
    unit,
    differences: differencesWith((one) => (one === unit ? 'mine' : 'theirs')).filter(
      (change) => !uncontested.includes(textOf(change)),
    ),
  }))
}

const textOf = (change: FactChange): string => JSON.stringify(change)
