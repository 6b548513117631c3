import { claimTexts, type Claims } from './claims.ts'
import type { MappingRule, RuleMatch } from './pool-roles.ts'

/** What became of one rule, and why in a sentence. */
export type RuleVerdict = { verdict: 'matched' | 'not-matched' | 'overridden' | 'not-reached'; why: string }

const tests: Record<RuleMatch, (texts: string[], value: string) => boolean> = {
  Equals: (texts, value) => texts.includes(value),
  NotEqual: (texts, value) => !texts.includes(value),
  Contains: (texts, value) => texts.some((text) => text.includes(value)),
  StartsWith: (texts, value) => texts.some((text) => text.startsWith(value)),
}

const relations: Record<RuleMatch, { holds: string; fails: string }> = {
  Equals: { holds: 'equals', fails: 'does not equal' },
  NotEqual: { holds: 'does not equal', fails: 'equals' },
  Contains: { holds: 'contains', fails: 'does not contain' },
  StartsWith: { holds: 'starts with', fails: 'does not start with' },
}

/**
 * Whether a rule matches. Letters' case counts; a claim that is not there matches nothing, not even `NotEqual`; a list
 * matches by its elements.
 */
export function evaluateRule({ claim, match, value }: MappingRule, claims: Claims): RuleVerdict {
  const texts = claimTexts(claims, claim)
  if (texts === null) return { verdict: 'not-matched', why: `The token has no claim ${claim}.` }
  const matched = tests[match](texts, value)
  const relation = relations[match][matched ? 'holds' : 'fails']
  return { verdict: matched ? 'matched' : 'not-matched', why: `${claim} is ${shown(texts)}: it ${relation} “${value}”.` }
}

const shown = (texts: string[]): string =>
  texts.length === 0 ? 'an empty list' : texts.map((text) => `“${text}”`).join(', ')
