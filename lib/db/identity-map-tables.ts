/**
 * A file that a desk imported, which says what its people are known by. It is searched once it is `kept`, that is whole;
 * one that is `dropped` goes bit by bit.
 */
export type IdentityMapTable = {
  map_id: string
  connection_id: string
  name: string
  state: 'importing' | 'kept' | 'dropped'
  entries: number
  imported_by: string
  /** Epoch milliseconds: of the last part. */
  imported_at: number
}

/** One entry of a map. `folded`: `known_as` as it is searched. */
export type MappedIdentityTable = { map_id: string; folded: string; identity_id: string; known_as: string }
