import { decide, type Decision } from '../policies/decide.ts'
import { layersOfRole } from './reach-of.ts'
import type { KnownPolicies } from './role-policies.ts'
import type { CanTheyInput } from './schema.ts'
import { sessionFacts } from './session-facts.ts'

/** Whether somebody with a role may do an action on a resource, as far as the role's own policies and Cognito say. */
export function canThey(
  policies: Pick<KnownPolicies, 'policies' | 'boundary'>,
  { pool, as, action, resource, identityId, providers, facts }: CanTheyInput,
): Decision {
  const session = sessionFacts({ poolId: pool.poolId, guest: as !== 'user', sub: identityId, providers })
  return decide(layersOfRole(policies, as === 'guest'), {
    action,
    resource,
    context: { ...session.context, ...facts },
    absent: session.absent,
  })
}
