import { createContext, useContext } from 'react'
import type { RuleVerdict } from '#lib/roles/evaluate-rule.ts'

type Verdict = RuleVerdict['verdict']

/** What the ladders of rules share with the rest of the editor; it stays the same, so that nothing is drawn anew with it. */
export type Ladder = {
  /** By the provider's place in the form: opens a rule to be edited. */
  openers: Map<number, (at: number) => void>
  /** Shows the simulator's way through a provider's rules, or none. */
  light: (way: { provider: string; verdicts: readonly Verdict[] } | null) => void
  /** The verdicts of a provider's rules, joined by commas; empty where none are shown. */
  litOf: (provider: string) => string
  subscribe: (changed: () => void) => () => void
  /** Counts that a form which is not submitted was checked as a whole; `checks` tells how often. */
  countCheck: () => void
  checks: () => number
}

export function createLadder(): Ladder {
  const listeners = new Set<() => void>()
  let checks = 0
  let lit = { provider: '', verdicts: '' }
  return {
    openers: new Map(),
    light(way) {
      lit = { provider: way?.provider ?? '', verdicts: way?.verdicts.join(',') ?? '' }
      for (const changed of listeners) changed()
    },
    litOf: (provider) => (lit.provider === provider ? lit.verdicts : ''),
    subscribe(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    countCheck: () => void (checks += 1),
    checks: () => checks,
  }
}

export const LadderContext = createContext<Ladder | null>(null)

export function useLadder(): Ladder {
  const ladder = useContext(LadderContext)
  if (!ladder) throw new Error('Rules stand inside a LadderContext')
  return ladder
}
