import { conflict } from '../state/errors.ts'
import { insertIdentity } from '../state/identities.ts'
import { insertLogin, type Login, loginsOf } from '../state/logins.ts'
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
  world.store.run('update identity set modified = ? where number = ?', world.clock.now(), identity.number)
}

/** One login at each public provider, twenty in all. Throws ResourceConflictException. */
export function refuseConflict(present: readonly Login[], added: readonly Login[]) {
  const taken = added.find(
    (login) => !login.developer && present.some((one) => !one.developer && one.provider === login.provider),
  )
  if (taken) throw conflict(`The identity already has another login of ${taken.provider}.`)
  if (present.length + added.length > MOST_LOGINS) {
    throw conflict(`An identity can have at most ${MOST_LOGINS} linked logins.`)
  }
}

const isSame = (one: Login, other: Login) => one.provider === other.provider && one.subject === other.subject
