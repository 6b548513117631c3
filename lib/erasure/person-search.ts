import type { MapEntry } from '../identity-map/identity-map.ts'
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

const FAILURES = new Set<UnsearchedReason>(['refused', 'no answer', 'throttled'])

/** Whether another attempt may search a place. */
export const isFailure = ({ why }: Unsearched): boolean => FAILURES.has(why)

/**
 * How an identity was found. `log`: gone, the audit log has it under that user. `map`: an imported map does. `merge`: the audit log has it as merged
 * into that other one, or the other into it; with `doubt` nobody knows whether that was done.
 */
export type FoundBy =
  | { by: 'id' }
  | { by: 'log'; userIdentifier: string }
  | { by: 'map'; userIdentifier: string }
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

/** An identity as entries of the log name it, with the users that stand beside it there. */
export type LoggedIdentity = { identityId: string; poolId: string | null; userIdentifiers: string[] }

/** A note whose text has the identifier that it `names`. */
export type NoteThatNames = { noteId: string; identityId: string; text: string; version: number; names: string }
export type FoundNote = NoteThatNames & { connectionId: string }

/** What Lifeguard itself has under identifiers on a connection. */
export type PersonTraces = { identities: LoggedIdentity[]; mapped: MapEntry[]; notes: NoteThatNames[] }

export type PersonSearch = {
  found: FoundIdentity[]
  /** Notes that name the person, whichever identity they are on. */
  notes: FoundNote[]
  unsearched: Unsearched[]
  connections: SearchedConnection[]
  /** Every identifier that was asked for, the given ones first. */
  identifiers: string[]
  /** The ids that were given. */
  givenIds: string[]
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
