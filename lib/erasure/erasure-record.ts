import type { IdentityState } from '../identities/identity.ts'
import type { ErasedTraces } from './erased-identity.ts'
import type { FoundBy, Unsearched } from './person-search.ts'

/**
 * `erased`: deleted and read back as gone. `gone before`: there was nothing left to delete. `there`: the service has it
 * still. `unknown`: nobody knows. `not sent`: its deletion was never asked for.
 */
export type ErasureOutcome = 'waiting' | 'erased' | 'gone before' | 'there' | 'unknown' | 'not sent'

/** An identity as it was, and what became of it. `logins` and `userIdentifiers` are null where nothing tells them. */
export type RecordedIdentity = {
  connectionId: string
  /** Other connections that reach it. */
  alsoIn: string[]
  identityId: string
  poolId: string | null
  poolName: string | null
  state: IdentityState | null
  logins: string[] | null
  userIdentifiers: string[] | null
  createdAt: number | null
  modifiedAt: number | null
  foundBy: FoundBy[]
  outcome: ErasureOutcome
  /** Why it is so, where that needs words. */
  detail: string | null
  requestId: string | null
  /** When it was looked at again, epoch milliseconds. */
  checkedAt: number | null
}

/** What became of the notes and of the log's entries on a connection. */
export type RecordedTraces =
  | { state: 'waiting' }
  | { state: 'done'; fromLog: boolean; erased: ErasedTraces }
  | { state: 'failed'; message: string }
  | { state: 'untouched'; why: string }

export type RecordedConnection = {
  connectionId: string
  name: string
  regions: string[]
  /** Pools that were asked. */
  pools: number
  /** Notes of others that name the person and stay. */
  notesLeft: number
  traces: RecordedTraces
}

/** A note as it was seen. */
export type NoteToDelete = { connectionId: string; noteId: string; version: number }

/** What an erasure did and could not do. Times are epoch milliseconds. */
export type ErasureRecord = {
  runId: string
  by: { name: string; role: string }
  startedAt: number
  endedAt: number | null
  reason: string | null
  /** What the person was searched by; null where the log does not tell. */
  identifiers: string[] | null
  /** Identity IDs that the search began with. */
  givenIds: string[] | null
  /** Notes of others that are still to be deleted. */
  notes: NoteToDelete[]
  identities: RecordedIdentity[]
  connections: RecordedConnection[]
  unsearched: Unsearched[]
}

const OPEN = new Set<ErasureOutcome>(['waiting', 'there', 'unknown', 'not sent'])

export const isErased = ({ outcome }: RecordedIdentity): boolean => !OPEN.has(outcome)

/** Whether anything was taken away: from then on the log does not say any more whom it was about. */
export const isBegun = ({ identities, connections }: ErasureRecord): boolean =>
  identities.some(({ outcome }) => outcome === 'erased') ||
  connections.some(({ traces }) => traces.state === 'done' && traces.erased.entries + traces.erased.notes > 0)

/** Whether anything is left that another attempt may do. */
export const isWhole = ({ identities, connections }: ErasureRecord): boolean =>
  identities.every(isErased) &&
  connections.every(({ traces }) => traces.state === 'done' || traces.state === 'untouched')
