import { isId, regionOfId } from '../core/limits.ts'
import { providerNames } from '../login-providers/provider-names.ts'
import type { Pool } from '../pools/pool.ts'

/** Who the test signs in as. `provider` is a login's name; `identityId` is an identity that is there already. */
export type Subject =
  | { as: 'guest'; identityId: string | null }
  | { as: 'login'; provider: string; token: string; identityId: string | null; customRoleArn: string | null }
  | { as: 'developer'; providerName: string; userIdentifier: string }

/** What the test asks for besides the identity; a developer user's OpenID token comes in any case. */
export type Wanted = { openIdToken: boolean; credentials: boolean }

/** The names of the logins that a pool takes, those of the app clients of one user pool once. */
export const loginProviders = (pool: Pool): string[] => [...new Set(providerNames(pool).map(({ login }) => login))]

/** Why an identity ID cannot be of the pool, or null. */
export function identityIdProblem(identityId: string, pool: Pool): string | null {
  if (identityId === '') return null
  if (!isId(identityId)) return 'This is not an identity ID.'
  if (identityId === pool.poolId) return 'This is the ID of the pool itself.'
  return regionOfId(identityId) === pool.region ? null : 'The identity is of another Region than the pool.'
}
