import { bounds } from '../core/limits.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import type { RoleMapping } from './pool-roles.ts'

/** Mappings that the service may refuse although its model takes them, one sentence each. */
export const ruleDoubts = (mappings: readonly RoleMapping[]): string[] =>
  mappings
    .filter(({ rules }) => rules.length > bounds.rules.max)
    .map(
      ({ provider, rules }) =>
        `${loginLabel(provider)} has ${rules.length} rules: the service documents at most ${bounds.rules.max} and may refuse the roles.`,
    )
