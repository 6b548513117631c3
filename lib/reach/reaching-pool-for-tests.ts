import 'server-only'
import { unwrap } from '../core/result.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'

type Roles = { authenticated?: string | null; unauthenticated?: string | null }

/** A new pool of the test's console that takes guests, with these roles. `more`: settings besides. */
export async function reachingPool({ authenticated = null, unauthenticated = null }: Roles, more: object = {}) {
  const settings = { name: 'Reaching', allowUnauthenticated: true, classicFlow: 'off' as const, ...more }
  const { poolId } = await unwrap(createIdentityPool({ connectionId: 'test', region: 'us-east-1', ...settings }))
  const pool = { connectionId: 'test', poolId }
  const { fingerprint } = await unwrap(getIdentityPoolRoles({ pool }))
  await unwrap(
    setIdentityPoolRoles({ pool, seen: fingerprint, roles: { authenticated, unauthenticated, mappings: [] } }),
  )
  return pool
}
