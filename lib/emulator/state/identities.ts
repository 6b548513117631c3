import { identityNotFound } from './errors.ts'
import { identityIdOf, numberInId } from './identity-id.ts'
import type { Random } from './random.ts'
import type { Store } from './store.ts'

export interface Identity {
  number: number
  id: string
  /** The number of its pool. */
  pool: number
  disabled: boolean
  /** Milliseconds. */
  created: number
  modified: number
  /** Names of the linked providers, the oldest link first. */
  providers: string[]
}

interface IdentityRow {
  number: number
  id: string
  pool: number
  disabled: number
  created: number
  modified: number
  /** JSON, a name for each login. */
  providers: string
}

const SELECT = `select number, id, pool, disabled, created, modified, (
  select json_group_array(provider order by number) from login where identity = identity.number
) as providers from identity`

/** Field by field: spreading the rows of a page takes longer than reading them. */
function toIdentity({ number, id, pool, disabled, created, modified, providers }: IdentityRow): Identity {
  const names = providers === '[]' ? [] : [...new Set(JSON.parse(providers) as string[])]
  return { number, id, pool, disabled: disabled === 1, created, modified, providers: names }
}

/** Null when there is none, or when it belongs to another Region. */
function identityOfId(store: Store, region: string, identityId: string): Identity | null {
  if (!identityId.startsWith(`${region}:`)) return null
  const row = store.get<IdentityRow>(`${SELECT} where number = ? and id = ?`, numberInId(identityId), identityId)
  return row ? toIdentity(row) : null
}

/** Throws ResourceNotFoundException. */
export function findIdentity(store: Store, region: string, identityId: string): Identity {
  const identity = identityOfId(store, region, identityId)
  if (!identity) throw identityNotFound(identityId)
  return identity
}

/** Throws ResourceNotFoundException when it is not one of the pool's. */
export function findIdentityOfPool(store: Store, pool: { number: number; region: string }, id: string): Identity {
  const identity = findIdentity(store, pool.region, id)
  if (identity.pool !== pool.number) throw identityNotFound(id)
  return identity
}

export function identityOfNumber(store: Store, number: number): Identity | null {
  const row = store.get<IdentityRow>(`${SELECT} where number = ?`, number)
  return row ? toIdentity(row) : null
}

/** A new identity; its number. */
export function insertIdentity(
  store: Store,
  random: Random,
  identity: { region: string; pool: number; disabled: boolean; created: number; modified: number },
): number {
  const { region, pool, disabled, created, modified } = identity
  const number = store.nextNumber('identity')
  const sql = 'insert into identity (number, id, pool, disabled, created, modified) values (?, ?, ?, ?, ?, ?)'
  store.run(sql, number, identityIdOf(region, number, random), pool, disabled ? 1 : 0, created, modified)
  return number
}

/** At most `limit`, those after the position `after`, in the order in which they were made. */
export function pageOfIdentities(
  store: Store,
  page: { pool: number; after: number; limit: number; hideDisabled: boolean },
): Identity[] {
  const filter = page.hideDisabled ? 'and disabled = 0' : ''
  const sql = `${SELECT} where pool = ? and number > ? ${filter} order by number limit ?`
  return store.all<IdentityRow>(sql, page.pool, page.after, page.limit).map(toIdentity)
}

/** Notes that its logins changed. */
export function touchIdentity(store: Store, number: number, now: number) {
  store.run('update identity set modified = ? where number = ?', now, number)
}

export function disableIdentity(store: Store, number: number, now: number) {
  store.run('update identity set disabled = 1, modified = ? where number = ?', now, number)
}

/** Whether there was one. */
export function deleteIdentity(store: Store, region: string, identityId: string): boolean {
  if (!identityId.startsWith(`${region}:`)) return false
  const number = numberInId(identityId)
  const isGone = store.run('delete from identity where number = ? and id = ?', number, identityId).changes > 0
  if (isGone) store.run('delete from login where identity = ?', number)
  return isGone
}

/** As the service shows it: a guest has no logins, a disabled identity begins them with a word of its own. */
export function toIdentityDescription(identity: Identity) {
  const logins = identity.disabled ? ['DISABLED', ...identity.providers] : identity.providers
  return {
    IdentityId: identity.id,
    ...(logins.length > 0 ? { Logins: logins } : {}),
    CreationDate: identity.created / 1000,
    LastModifiedDate: identity.modified / 1000,
  }
}
