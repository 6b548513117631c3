import { keepMine, rebaseList, rebaseValue, type PickSide } from '../facts/rebase.ts'
import { rebaseSequence } from '../facts/rebase-sequence.ts'
import type { RoleMapping, RoleSettings } from './pool-roles.ts'

/** The operator's changes since `base` put on top of the present roles: by role, by provider, and by rule. */
export const rebaseRoles = (
  base: RoleSettings,
  mine: RoleSettings,
  theirs: RoleSettings,
  pick: PickSide = keepMine,
): RoleSettings => {
  const role = (name: 'authenticated' | 'unauthenticated') =>
    rebaseValue(base[name], mine[name], theirs[name], pick, name)
  return {
    authenticated: role('authenticated'),
    unauthenticated: role('unauthenticated'),
    mappings: rebaseList(base.mappings, mine.mappings, theirs.mappings, ({ provider }) => provider, {
      pick,
      unit: 'mapping',
      merge: rebaseMapping,
    }),
  }
}

/** A mapping that goes by rules on all sides is put together part by part; any other is a whole. */
function rebaseMapping(
  base: RoleMapping | null,
  mine: RoleMapping | null,
  theirs: RoleMapping | null,
  pick: PickSide,
  unit: string,
): RoleMapping | null {
  if (!base || !mine || !theirs || [base, mine, theirs].some(({ type }) => type !== 'Rules'))
    return rebaseValue(base, mine, theirs, pick, unit)
  return {
    ...mine,
    ambiguous: rebaseValue(base.ambiguous, mine.ambiguous, theirs.ambiguous, pick, `${unit} otherwise`),
    rules: rebaseSequence(base.rules, mine.rules, theirs.rules, pick, `${unit} rules`),
  }
}
