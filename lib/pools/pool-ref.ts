import { isId } from '../cognito/limits.ts'

/** A pool's name in the console; the Region is the pool id's own prefix. */
export type PoolRef = { connectionId: string; poolId: string }

/** An identity's name in the console; the API's identity calls carry no pool. */
export type IdentityRef = { connectionId: string; identityId: string }

/** A path segment as the operator meant it: Next hands it over percent-encoded whether or not the link encoded it. */
export function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The pool that a page's parameters name, or null when that is no pool id. */
export function poolRef(params: { connection: string; poolId: string }): PoolRef | null {
  const poolId = decodeSegment(params.poolId)
  return isId(poolId) ? { connectionId: decodeSegment(params.connection), poolId } : null
}

/** The identity that a page's parameters name, or null when that is no identity id. */
export function identityRef(params: { connection: string; identityId: string }): IdentityRef | null {
  const identityId = decodeSegment(params.identityId)
  return isId(identityId) ? { connectionId: decodeSegment(params.connection), identityId } : null
}

/** One path segment; the colon of an id stays readable. */
const segment = (text: string): string => encodeURIComponent(text).replaceAll('%3A', ':')

/** The audit log is of all connections. */
export const AUDIT_PATH = '/audit'

export const poolsPath = (connectionId: string): string => `/${segment(connectionId)}/pools`
export const findingsPath = (connectionId: string): string => `/${segment(connectionId)}/findings`
export const findPath = (connectionId: string): string => `/${segment(connectionId)}/find`
export const poolPath = (pool: PoolRef): string => `${poolsPath(pool.connectionId)}/${segment(pool.poolId)}`
export const accessPath = (pool: PoolRef): string => `${poolPath(pool)}/access`
export const historyPath = (pool: PoolRef): string => `${poolPath(pool)}/history`
/** A form of the pool with the remedy of a finding in it; `fix` is the check's id. */
export const remedyPath = (pool: PoolRef, form: 'access' | 'roles', fix: string, subject: string): string =>
  `${poolPath(pool)}/${form}?${new URLSearchParams({ fix, ...(subject && { subject }) })}`
export const tagsPath = (pool: PoolRef): string => `${poolPath(pool)}/tags`
export const createPoolPath = (connectionId: string): string => `${poolsPath(connectionId)}/create`
export const rolesPath = (pool: PoolRef): string => `${poolPath(pool)}/roles`
export const codePath = (pool: PoolRef): string => `${poolPath(pool)}/code`
export const importPath = (connectionId: string): string => `/${segment(connectionId)}/import`
export const clonePath = (pool: PoolRef): string => `/${segment(pool.connectionId)}/clone?pool=${segment(pool.poolId)}`

/** A pool in an address that names a connection already: `connection/pool id`. */
const poolParameter = ({ connectionId, poolId }: PoolRef): string => `${connectionId}/${poolId}`

/** The pool that such a parameter names; without a connection it is one of the address's own. */
export function poolOfParameter(text: string | null, connectionId: string): PoolRef | null {
  if (!text) return null
  const slash = text.lastIndexOf('/')
  const poolId = text.slice(slash + 1)
  return isId(poolId) ? { connectionId: slash < 0 ? connectionId : text.slice(0, slash), poolId } : null
}

export function comparePath(connectionId: string, left: PoolRef | null, right: PoolRef | null): string {
  const query = new URLSearchParams()
  if (left) query.set('left', poolParameter(left))
  if (right) query.set('right', poolParameter(right))
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/')
  return `/${segment(connectionId)}/compare${text && `?${text}`}`
}

export const accessTestPath = (pool: PoolRef): string => `${poolPath(pool)}/access-test`
export const identitiesPath = (pool: PoolRef): string => `${poolPath(pool)}/identities`
export const identityPath = (identity: IdentityRef): string =>
  `/${segment(identity.connectionId)}/identities/${segment(identity.identityId)}`
export const developerIdentitiesPath = (pool: PoolRef): string => `${poolPath(pool)}/developer-identities`
