import { conflict } from '../state/errors.ts'
import { disableIdentity, type Identity, insertIdentity, touchIdentity } from '../state/identities.ts'
import { deleteLogin, insertLogin, type Login, loginsOf, moveLogins, ownerOf } from '../state/logins.ts'
import type { Pool } from '../state/pools.ts'
import type { World } from '../state/world.ts'

const MOST_LOGINS = 20

/** A new identity of the pool, a guest; its number. */
export function makeIdentity(world: World, pool: Pool): number {
  const now = world.clock.now()
  const guest = { region: pool.region, pool: pool.number, disabled: false, created: now, modified: now }
  return insertIdentity(world.store, world.random, guest)
}

/** Adds those that it lacks. Throws ResourceConflictException and changes nothing when they do not fit. */
export function linkLogins(world: World, identity: { number: number; pool: number }, logins: readonly Login[]) {
  const present = loginsOf(world.store, identity.number)
  const missing = logins.filter((login) => !present.some((one) => isSame(one, login)))
  if (missing.length === 0) return
  refuseConflict(present, missing)
  for (const login of missing) insertLogin(world.store, { identity: identity.number, pool: identity.pool, login })
  touchIdentity(world.store, identity.number, world.clock.now())
}

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
  moveLogins(world.store, source, target)
  touchIdentity(world.store, target, now)
  disableIdentity(world.store, source, now)
}

/** Takes logins away; an identity that has none left is disabled for good. */
export function unlink(world: World, identity: Identity, loginNumbers: readonly number[]) {
  if (loginNumbers.length === 0) return
  const now = world.clock.now()
  for (const number of loginNumbers) deleteLogin(world.store, number)
  touchIdentity(world.store, identity.number, now)
  if (loginsOf(world.store, identity.number).length === 0) disableIdentity(world.store, identity.number, now)
}

/** One login at each public provider, twenty in all. Throws ResourceConflictException. */
function refuseConflict(present: readonly Login[], added: readonly Login[]) {
  const taken = added.find(
    (login) => !login.developer && present.some((one) => !one.developer && one.provider === login.provider),
  )
  if (taken) throw conflict(`The identity already has another login of ${taken.provider}.`)
  if (present.length + added.length > MOST_LOGINS) {
    throw conflict(`An identity can have at most ${MOST_LOGINS} linked logins.`)
  }
}

const isSame = (one: Login, other: Login) => one.provider === other.provider && one.subject === other.subject
