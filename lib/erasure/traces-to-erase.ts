import { isErased, type ErasureRecord, type NoteToDelete } from './erasure-record.ts'

/** What the log and the notes of a connection are to forget. */
export type TracesToErase = {
  connectionId: string
  identityIds: string[]
  identifiers: string[]
  notes: Omit<NoteToDelete, 'connectionId'>[]
}

/** An identity that was found and is not to be erased. */
export type LeftOut = { connectionId: string; alsoIn: readonly string[]; userIdentifiers: readonly string[] }

/**
 * The identities of a connection that are gone, and every identifier of the person, wherever it was found, save those
 * that lead to an identity of this connection that is still there: of that one the log must not forget them.
 */
export function tracesToErase(
  { identities, identifiers, notes }: ErasureRecord,
  connectionId: string,
  leftOut: readonly LeftOut[],
): TracesToErase {
  const isHere = (one: { connectionId: string; alsoIn: readonly string[] }) =>
    one.connectionId === connectionId || one.alsoIn.includes(connectionId)
  const gone = identities.filter(isErased)
  const alive = [...identities.filter((one) => !isErased(one)), ...leftOut].filter(isHere)
  const kept = new Set(alive.flatMap(({ userIdentifiers }) => userIdentifiers ?? []))
  const all = new Set([...(identifiers ?? []), ...gone.flatMap(({ userIdentifiers }) => userIdentifiers ?? [])])
  return {
    connectionId,
    notes: notes.flatMap(({ connectionId: home, ...note }) => (home === connectionId ? [note] : [])),
    identityIds: gone.filter(isHere).map(({ identityId }) => identityId),
    identifiers: [...all].filter((identifier) => !kept.has(identifier)),
  }
}
