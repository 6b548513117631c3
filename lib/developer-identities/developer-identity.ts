import type { Identity } from '../identities/identity.ts'

/** An identity with the users of the pool's developer provider that lead to it. */
export type DeveloperIdentity = { identityId: string; userIdentifiers: string[] }

export type DeveloperIdentityPage = DeveloperIdentity & { nextCursor: string | null }

/** How an identity is looked up in a pool. */
export type LookupKey = { userIdentifier: string } | { identityId: string }

/**
 * One pool's answer to a search. `absent`: the pool does not know it. `no-provider`: the pool has no developer provider.
 * With `more` the identity has further identifiers than these.
 */
export type PoolAnswer =
  | { kind: 'found'; found: DeveloperIdentity; more: boolean }
  | { kind: 'absent' }
  | { kind: 'no-provider' }

/** One of the two users of a merge: the identity that they lead to and everyone else who leads there. */
export type MergeSide = { userIdentifier: string; identity: Identity; userIdentifiers: string[] }

/** How many logins an identity has: each developer user identifier is one. */
export function loginCount(identity: Identity, userIdentifiers: readonly string[], providerName: string): number {
  return identity.logins.filter((login) => login !== providerName).length + userIdentifiers.length
}
