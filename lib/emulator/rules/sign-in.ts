import type { JWTPayload } from 'jose'
import { notAuthorized } from '../state/errors.ts'
import { disableIdentity, findIdentity, type Identity, identityOfNumber } from '../state/identities.ts'
import { type Login, loginsOf, ownerOf } from '../state/logins.ts'
import { type Pool, poolOfNumber } from '../state/pools.ts'
import type { Call, World } from '../state/world.ts'
import { linkLogins, makeIdentity, refuseConflict } from './link-logins.ts'
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

/**
 * Brings all logins together on one identity and tells its number. That is the one given, unless it is a guest and a
 * login has an owner already; without one it is the owner of the first login, or a new identity. The others are disabled.
 */
export function joinLogins(world: World, pool: Pool, identity: Identity | null, logins: readonly Login[]): number {
  const owners = new Set(logins.map((login) => ownerOf(world.store, pool.number, login)).filter((one) => one !== null))
  const [first = null] = owners
  const isGuest = identity?.providers.length === 0
  const number = (identity && !(isGuest && first !== null) ? identity.number : first) ?? makeIdentity(world, pool)
  if (identity) owners.add(identity.number)
  owners.delete(number)
  for (const other of owners) mergeInto(world, number, other)
  linkLogins(world, { number, pool: pool.number }, logins)
  return number
}

/** Moves every login of `source`, which is disabled. Throws ResourceConflictException. */
export function mergeInto(world: World, target: number, source: number) {
  const now = world.clock.now()
  refuseConflict(loginsOf(world.store, target), loginsOf(world.store, source))
  world.store.run('update login set identity = ? where identity = ?', target, source)
  world.store.run('update identity set modified = ? where number = ?', now, target)
  disableIdentity(world.store, source, now)
}

/** Takes logins away; an identity that has none left is disabled for good. */
export function unlink(world: World, identity: Identity, loginNumbers: readonly number[]) {
  if (loginNumbers.length === 0) return
  const now = world.clock.now()
  for (const number of loginNumbers) world.store.run('delete from login where number = ?', number)
  world.store.run('update identity set modified = ? where number = ?', now, identity.number)
  if (loginsOf(world.store, identity.number).length === 0) disableIdentity(world.store, identity.number, now)
}
