import { newOperationId } from '../core/operation-id.ts'
import type { ErasureRecord } from './erasure-record.ts'
import type { ErasableRow } from './once-each.ts'
import type { FoundNote, PersonSearch } from './person-search.ts'

type NewRecord = {
  search: PersonSearch
  /** What is to be erased. */
  rows: readonly ErasableRow[]
  /** Notes of others that name the person: those to be deleted and those that stay. */
  notes?: readonly FoundNote[]
  notesLeft?: readonly FoundNote[]
  by: ErasureRecord['by']
  reason: string | null
  /** Why nothing of a connection may be touched, by its id. */
  untouched: ReadonlyMap<string, string>
}

/** The record of an erasure that is about to begin. */
export function newRecord({
  search,
  rows,
  notes = [],
  notesLeft = [],
  by,
  reason,
  untouched,
}: NewRecord): ErasureRecord {
  return {
    runId: newOperationId(),
    by,
    startedAt: Date.now(),
    endedAt: null,
    reason,
    identifiers: search.identifiers,
    givenIds: search.givenIds,
    notes: notes.map(({ connectionId, noteId, version }) => ({ connectionId, noteId, version })),
    identities: rows.map(({ connectionId, alsoIn, identityId, pool, read, identity, userIdentifiers, foundBy }) => ({
      connectionId,
      alsoIn,
      identityId,
      userIdentifiers,
      foundBy,
      poolId: pool?.poolId ?? null,
      poolName: pool?.name ?? null,
      state: identity?.state ?? null,
      logins: identity?.logins ?? null,
      createdAt: identity?.createdAt ?? null,
      modifiedAt: identity?.modifiedAt ?? null,
      outcome: read === 'gone' ? 'gone before' : 'waiting',
      detail: null,
      requestId: null,
      checkedAt: null,
    })),
    connections: search.connections.map((connection) => {
      const why = untouched.get(connection.connectionId)
      const stay = notesLeft.filter(({ connectionId }) => connectionId === connection.connectionId).length
      return {
        ...connection,
        notesLeft: stay,
        traces: why === undefined ? { state: 'waiting' } : { state: 'untouched', why },
      }
    }),
    unsearched: search.unsearched,
  }
}
