import type { JWTPayload } from 'jose'
import { notAuthorized } from '../state/errors.ts'
import { findIdentity, type Identity, identityOfNumber } from '../state/identities.ts'
import { type Login, ownerOf } from '../state/logins.ts'
import { type Pool, poolOfNumber } from '../state/pools.ts'
import type { Call, World } from '../state/world.ts'
import { joinLogins } from './link-logins.ts'
import { COGNITO_PROVIDER, verifyOwnToken } from './openid-token.ts'
import { type ProvenLogin, proveLogins } from './prove-logins.ts'

export const forbidden = (identityId: string) => notAuthorized(`Access to Identity '${identityId}' is forbidden.`)
export const loginsDoNotMatch = () =>
  notAuthorized("Logins don't match. Please include at least one valid login for this identity or identity pool.")

export interface SignIn {
  pool: Pool
  /** The one that has all logins now, which may be another than the one asked for. */
  identity: Identity
  logins: ProvenLogin[]
  /** What the developer token says, when there was one. */
  developerToken: JWTPayload | null
}

/** The pool of an identity. Throws ResourceNotFoundException. */
export function poolOfIdentity({ world, region }: Call, identityId: string): { identity: Identity; pool: Pool } {
  const identity = findIdentity(world.store, region, identityId)
  const pool = poolOfNumber(world.store, identity.pool)
  if (!pool) throw new Error(`identity ${identity.number} has no pool`)
  return { identity, pool }
}

/** Every login has to be valid; a developer token is one of ours under the service's own name. */
export async function proveAll(call: Call, pool: Pool, logins: { [provider: string]: string }) {
  const { [COGNITO_PROVIDER]: token, ...others } = logins
  const developerToken = token === undefined ? null : await verifyOwnToken(call.world, pool, token)
  return { developerToken, logins: await proveLogins(call.world, pool, others) }
}

/**
 * Opens an identity to a caller: a guest by its id alone, any other by one of its logins. Logins that nobody has are
 * linked, identities that share the given logins are merged.
 */
export async function signIn(call: Call, identityId: string, given: { [provider: string]: string }): Promise<SignIn> {
  const { world } = call
  const { developerToken, logins } = await proveAll(call, poolOfIdentity(call, identityId).pool, given)
  return world.store.transaction(() => {
    const { identity, pool } = poolOfIdentity(call, identityId)
    if (identity.disabled) throw forbidden(identityId)
    if (!developerToken && logins.length === 0) {
      if (identity.providers.length > 0) throw forbidden(identityId)
      if (!pool.allowGuests) throw notAuthorized('Unauthenticated access is not supported for this identity pool.')
      return { pool, identity, logins, developerToken }
    }
    if (developerToken && developerToken.sub !== identityId) throw loginsDoNotMatch()
    if (!developerToken && identity.providers.length > 0 && !hasOneOf(world, identity, logins)) throw loginsDoNotMatch()
    const number = joinLogins(world, pool, identity, logins)
    return { pool, identity: identityOfNumber(world.store, number) ?? identity, logins, developerToken }
  })
}

export const hasOneOf = (world: World, { number, pool }: Identity, logins: readonly Login[]) =>
  logins.some((login) => ownerOf(world.store, pool, login) === number)
