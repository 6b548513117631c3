import type { ErasableRow } from './once-each.ts'
import type { FoundNote } from './person-search.ts'

/** The notes that name the person and do not go with the identities that are to be erased. */
export function notesOfOthers(notes: readonly FoundNote[], erased: readonly ErasableRow[]): FoundNote[] {
  const gone = new Set(
    erased.flatMap(({ connectionId, alsoIn, identityId }) =>
      [connectionId, ...alsoIn].map((connection) => `${connection} ${identityId}`),
    ),
  )
  return notes.filter(({ connectionId, identityId }) => !gone.has(`${connectionId} ${identityId}`))
}
