import { isolated } from '../core/isolated.ts'
import { claimText, type Claims } from './claims.ts'
import type { MappingRule, RuleMatch } from './pool-roles.ts'

/** What became of one rule, and why in a sentence. */
export type RuleVerdict = { verdict: 'matched' | 'not-matched' | 'overridden' | 'not-reached'; why: string }

const tests: Record<RuleMatch, (text: string, value: string) => boolean> = {
  Equals: (text, value) => text === value,
  NotEqual: (text, value) => text !== value,
  Contains: (text, value) => text.includes(value),
  StartsWith: (text, value) => text.startsWith(value),
}

const relations: Record<RuleMatch, { holds: string; fails: string }> = {
  Equals: { holds: 'equals', fails: 'does not equal' },
  NotEqual: { holds: 'does not equal', fails: 'equals' },
  Contains: { holds: 'contains', fails: 'does not contain' },
  StartsWith: { holds: 'starts with', fails: 'does not start with' },
}

/** Whether a rule matches. Letters' case counts; a claim that is not there matches nothing, not even `NotEqual`. */
export function evaluateRule({ claim, match, value }: MappingRule, claims: Claims): RuleVerdict {
  const found = claimText(claims, claim)
  if (found === null)
    return { verdict: 'not-matched', why: `The token has no claim ${isolated(claim)}.${meant(claim, claims)}` }
  const matched = tests[match](found.text, value)
  const relation = relations[match][matched ? 'holds' : 'fails']
  const list = found.several ? ' It is a list, tested as its values joined by commas.' : ''
  return {
    verdict: matched ? 'matched' : 'not-matched',
    why: `${isolated(claim)} is “${isolated(found.text)}”, which ${relation} “${isolated(value)}”.${list}`,
  }
}

/** The claim that the token has under nearly the same name. */
function meant(claim: string, claims: Claims): string {
  const near = Object.keys(claims).find((name) => bare(name) === bare(claim))
  return near === undefined ? '' : ` Did you mean ${isolated(near)}?`
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:custom|cognito):/, '')
    .replaceAll(/[-_]/g, '')
