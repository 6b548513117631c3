import type { Snapshot } from '../code/snapshot.ts'
import { errorShape } from '../core/errors.ts'
import { stepId } from '../core/operation-id.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import type { FactChange } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { write } from '../operation/write.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { createInput, principalTagInputs, rolesInput, type MakingPlan } from './pool-inputs.ts'

/**
 * How far a making came; one that failed goes on from here, makes nothing twice and passes over what is left out.
 * `untaken` is what the service has otherwise than it was asked.
 */
export type Making = { poolId: string | null; done: string[]; leftOut: string[]; untaken: FactChange[] }

export const notBegun: Making = { poolId: null, done: [], leftOut: [], untaken: [] }

/** One call of a making, as what is made and as something to do. */
export type MakingStep = { key: string; label: string; act: string }

/** Does the step as the act of that id. */
type Run = (plan: MakingPlan, pool: PoolRef, operationId: string) => Promise<Partial<Making>>

/** What is made, one call each: the pool with its tags, its roles, each provider's principal tags. */
export function makingSteps(snapshot: Snapshot): (MakingStep & { run: Run })[] {
  const roles = rolesInput(snapshot)
  return [
    {
      key: 'pool',
      label: 'Pool, login providers and tags',
      act: 'Create the identity pool',
      run: async (plan, _, id) => ({ poolId: (await write(createIdentityPool, createInput(plan), id)).poolId }),
    },
    ...(roles ? [{ key: 'roles', label: 'Roles and role mappings', act: 'Set its roles', run: setRoles(roles) }] : []),
    ...principalTagInputs(snapshot).map((tags) => ({
      key: `tags ${tags.provider}`,
      label: `Principal tags of ${loginLabel(tags.provider)}`,
      act: `Set the principal tags of ${loginLabel(tags.provider)}`,
      run: setTags(tags),
    })),
  ]
}

const setRoles =
  (roles: RoleSettings): Run =>
  async (_, pool, id) => {
    const { fingerprint: seen } = await unwrap(getIdentityPoolRoles({ pool }))
    return { untaken: (await write(setIdentityPoolRoles, { pool, seen, roles }, id)).untaken }
  }

const setTags =
  (tags: PrincipalTags): Run =>
  async (_, pool, id) => ({
    untaken: (await write(setPrincipalTagAttributeMap, { pool, seen: null, ...tags }, id)).untaken,
  })

/**
 * Makes a pool from where an earlier attempt stopped, as the act of that id, which every attempt with an unknown
 * outcome repeats. `made` hears of each step that worked. Throws the failure of the first that did not.
 */
export async function makePool(
  plan: MakingPlan,
  operationId: string,
  before: Making,
  made: (making: Making) => void,
): Promise<Making> {
  let making = before
  for (const [number, { key, run }] of makingSteps(plan.snapshot).entries()) {
    if (isSettled(making, key)) continue
    const pool = { connectionId: plan.place.connectionId, poolId: making.poolId ?? '' }
    const { poolId = making.poolId, untaken = [] } = await run(plan, pool, stepId(operationId, number + 1)).catch(
      (error: unknown): Partial<Making> => {
        // Its answer was lost, and it was done.
        if (making.poolId !== null && errorShape(error).code === 'NOT_READ_BACK') return {}
        throw error
      },
    )
    making = { ...making, poolId, done: [...making.done, key], untaken: [...making.untaken, ...untaken] }
    made(making)
  }
  return making
}

/** Whether nothing is left to do for a step. */
export const isSettled = ({ done, leftOut }: Making, key: string): boolean =>
  done.includes(key) || leftOut.includes(key)
