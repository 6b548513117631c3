import type { ErrorShape } from '../core/errors.ts'
import type { Layers } from '../policies/decide.ts'
import { readPolicy, type PolicyStatement } from '../policies/policy.ts'
import type { Pool } from '../pools/pool.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { ceilingDocument, guestCeiling } from './guest-ceiling.ts'
import type { ActionData } from './known-action.ts'
import { reachOfRole, type ReachCell, type ReachedAction } from './reach-of-role.ts'
import type { KnownPolicies, RolePolicies } from './role-policies.ts'
import { sessionContext } from './session-facts.ts'
import { statementsOf } from './statements-of.ts'
import { whoGets, type Getter, type BasicTakers } from './who-gets.ts'

/**
 * Who and what they reach with a role. `unread`: why that is not known, which is never "nothing". `keptBack`: what the
 * role allows guests and Cognito does not; `regained`: whether the basic flow gives it to them all the same.
 */
export type ReachRow = Getter & {
  cells: ReachCell[]
  unread: ErrorShape | null
  keptBack: ReachedAction[]
  regained: boolean
}

/** What the pools of an account say, as far as it was read. */
export type ReachFacts = {
  pool: Pool
  roles: RoleSettings
  takers: BasicTakers
  policies: readonly RolePolicies[]
  data: ActionData
}

const ceiling: PolicyStatement[][] = guestCeiling.map((policy) => readPolicy(ceilingDocument(policy)) ?? [])

/** The policies that decide for a role; guests of the enhanced flow have Cognito's ceiling as well. */
export const layersOfRole = (
  { policies, boundary }: Pick<KnownPolicies, 'policies' | 'boundary'>,
  underCeiling: boolean,
): Layers => ({
  identity: policies.map(statementsOf),
  boundary: boundary === null ? null : statementsOf(boundary),
  session: underCeiling ? ceiling : null,
})

/** Who reaches what with which role, at most: what only other accounts, organisations or resources say is not read. */
export const reachOf = ({ pool, roles, takers, policies, data }: ReachFacts): ReachRow[] =>
  rowsOf(whoGets(pool, roles, takers), { pool, policies, data })

/** The same of chosen people. */
export function rowsOf(
  getters: readonly Getter[],
  { pool, policies, data }: Pick<ReachFacts, 'pool' | 'policies' | 'data'>,
): ReachRow[] {
  const byArn = new Map(policies.map((read) => [read.arn, read]))
  const regained = new Set(getters.flatMap(({ kind, arn }) => (kind === 'guest-basic' && arn !== null ? [arn] : [])))
  return getters.map((getter) => {
    const row = { ...getter, cells: [], unread: null, keptBack: [], regained: false }
    if (getter.arn === null) return { ...row, unread: byToken }
    const read = byArn.get(getter.arn)
    if (!read?.known) return { ...row, unread: read?.error ?? unasked }
    const isGuest = getter.kind === 'guest' || getter.kind === 'guest-basic'
    const session = sessionContext({ poolId: pool.poolId, guest: isGuest })
    const cells = reachOfRole(layersOfRole(read.value, getter.kind === 'guest'), data, session)
    if (getter.kind !== 'guest') return { ...row, cells }
    const whole = reachOfRole(layersOfRole(read.value, false), data, session)
    return { ...row, cells, keptBack: without(whole, cells), regained: regained.has(getter.arn) }
  })
}

function without(whole: readonly ReachCell[], cells: readonly ReachCell[]): ReachedAction[] {
  const kept = new Set(cells.flatMap(({ actions }) => actions.map(({ action }) => action)))
  return whole.flatMap(({ actions }) => actions.filter(({ action }) => !kept.has(action)))
}

const byToken: ErrorShape = {
  code: 'NOT_FOUND',
  message: 'Only the token names the role.',
  hint: 'The user pool gives its groups roles: look at those there.',
}

const unasked: ErrorShape = { code: 'UNAVAILABLE', message: 'The role was not read.', hint: 'Read it again.' }
