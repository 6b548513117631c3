import type { Snapshot } from '../code/snapshot.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { unwrap } from '../core/result.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import { createInput, principalTagInputs, rolesInput, type NewPlace } from './pool-inputs.ts'

/** What is made, one call each: the pool with its tags, its roles, each provider's principal tags. */
export type MakingStep = { key: string; label: string }

/** How far a making came; one that failed goes on from here, makes nothing twice and passes over what is left out. */
export type Making = { poolId: string | null; done: string[]; leftOut: string[] }

export const makingSteps = (snapshot: Snapshot): MakingStep[] => [
  { key: 'pool', label: 'Pool, login providers and tags' },
  ...(rolesInput(snapshot) ? [{ key: 'roles', label: 'Roles and role mappings' }] : []),
  ...principalTagInputs(snapshot).map(({ provider }) => ({
    key: `tags ${provider}`,
    label: `Principal tags of ${loginLabel(provider)}`,
  })),
]

/**
 * Makes a pool as the snapshot says, from where an earlier attempt stopped. `secrets` are the hidden ends of login
 * providers' values. `made` hears of each step that worked. Throws the failure of the first that did not.
 */
export async function makePool(
  place: NewPlace,
  snapshot: Snapshot,
  secrets: Record<string, string>,
  before: Making,
  made: (making: Making) => void,
): Promise<Making> {
  const { connectionId } = place
  let making = before
  const step = async (key: string, run: (poolId: string) => Promise<{ poolId?: string }>) => {
    if (making.done.includes(key) || making.leftOut.includes(key)) return
    const { poolId = null } = await run(making.poolId ?? '')
    making = { ...making, poolId: making.poolId ?? poolId, done: [...making.done, key] }
    made(making)
  }
  await step('pool', () => unwrap(createIdentityPool(createInput(place, snapshot, secrets))))
  const roles = rolesInput(snapshot)
  if (roles)
    await step('roles', async (poolId) => {
      const pool = { connectionId, poolId }
      const { fingerprint: seen } = await unwrap(getIdentityPoolRoles({ pool }))
      await unwrap(setIdentityPoolRoles({ pool, seen, roles }))
      return {}
    })
  for (const { provider, useDefaults, tags } of principalTagInputs(snapshot))
    await step(`tags ${provider}`, async (poolId) => {
      const pool = { connectionId, poolId }
      await unwrap(setPrincipalTagAttributeMap({ pool, provider, seen: null, useDefaults, tags }))
      return {}
    })
  return making
}
