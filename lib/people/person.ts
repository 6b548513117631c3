import type { ErrorShape } from '../core/errors.ts'
import type { Identity } from '../identities/identity.ts'

/** How somebody is looked up. */
export type PersonKey = { userIdentifier: string } | { identityId: string }

/** One line of a list: whom to look up, or why that is nobody to look up. */
export type PersonTerm =
  /**
   * Known when any of `keys` is. `bareIds`: those that may also be an identity's id without its Region. `refused`: what
   * else stands for them and is nobody to look up.
   */
  | { kind: 'key'; label: string; keys: PersonKey[]; bareIds: string[]; refused: RefusedValue[] }
  | ({ kind: 'refused' } & RefusedValue)

export type RefusedValue = { label: string; reason: string }

/** A pool that may be asked, with the name of its developer provider; without one it knows no users. */
export type PersonPlace = {
  connectionId: string
  connectionName: string
  region: string
  poolId: string
  name: string
  developerProvider: string | null
}

/** An identity of somebody. `poolId` is null where no pool is proven to be its own. */
export type PersonHit = {
  connectionId: string
  connectionName: string
  poolId: string | null
  identityId: string
  /** Null when it could not be read. */
  identity: Identity | null
  userIdentifiers: string[]
  /** It has further identifiers than these. */
  more: boolean
}

/** An identity as the server of a connection tells it. */
export type FoundHere = Omit<PersonHit, 'connectionId' | 'connectionName'>

/** Who was not asked, and why. `place` names a connection, a Region or a pool in words. */
export type NotAsked = { place: string; reason: string }

/** What one call to the server tells of many look-ups, each as it comes. `term`: the index among those asked for. */
export type PersonAnswer =
  | { kind: 'found'; term: number; hit: FoundHere }
  | { kind: 'absent'; term: number; poolId: string | null }
  | { kind: 'failed'; term: number; poolId: string | null; error: ErrorShape }
  /** Epoch milliseconds: until then the service is left alone. */
  | { kind: 'waiting'; until: number }

/** What one call to the server tells of where people may be. */
export type PlaceAnswer =
  | { kind: 'pool'; region: string; poolId: string; name: string; developerProvider: string | null }
  | { kind: 'unread'; region: string; name: string | null; error: ErrorShape }
  | { kind: 'waiting'; until: number }
