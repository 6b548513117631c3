import { isId } from './limits.ts'

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

/** The pool that a parameter of an address names (`connection/pool id`); without a connection it is one of the address's own. */
export function poolOfParameter(text: string | null, connectionId: string): PoolRef | null {
  if (!text) return null
  const slash = text.lastIndexOf('/')
  const poolId = text.slice(slash + 1)
  return isId(poolId) ? { connectionId: slash < 0 ? connectionId : text.slice(0, slash), poolId } : null
}
