import type { Identity } from '../identities/identity.ts'

/** Why something was not asked whether it knows the person. */
export const unsearchedReasons = [
  'refused',
  'no answer',
  'throttled',
  'no developer provider',
  'read-only',
  'other role',
] as const
export type UnsearchedReason = (typeof unsearchedReasons)[number]

/** A place that could not be searched, or only in part; without a Region the whole connection. */
export type Unsearched = {
  why: UnsearchedReason
  connectionId: string | null
  region: string | null
  poolId: string | null
  poolName: string | null
  /** What was said there. */
  detail: string | null
}

/**
 * How an identity was found. `merge`: the audit log has it as merged into that other one, or the other into it; with
 * `doubt` nobody knows whether that was done.
 */
export type FoundBy =
  | { by: 'id' }
  | { by: 'user'; userIdentifier: string }
  | { by: 'merge'; identityId: string; side: 'into' | 'from'; doubt?: true }

/** An identity of the person. `gone`: the service has it no more. `unread`: it leads there, and could not be read. */
export type FoundIdentity = {
  connectionId: string
  identityId: string
  pool: { poolId: string; name: string | null } | null
  read: 'present' | 'gone' | 'unread'
  identity: Identity | null
  userIdentifiers: string[]
  notes: number
  foundBy: FoundBy[]
}

/** How much of a connection was asked. */
export type SearchedConnection = { connectionId: string; name: string; regions: string[]; pools: number }

export type PersonSearch = {
  found: FoundIdentity[]
  unsearched: Unsearched[]
  connections: SearchedConnection[]
  /** Every identifier that was asked for, the given ones first. */
  identifiers: string[]
  /** Questions that were put, and those that were answered, well or not. */
  asked: number
  answered: number
}

/** What is known of an identity on the server: the service, the notes and the audit log. */
export type PersonIdentity = {
  identity: Identity | null
  userIdentifiers: string[]
  notes: number
  /** Entries of the log that are about it. */
  entries: number
  merged: { identityId: string; side: 'into' | 'from'; poolId: string | null; doubt?: true }[]
}

export const keyOf = ({ connectionId, identityId }: { connectionId: string; identityId: string }): string =>
  `${connectionId} ${identityId}`
