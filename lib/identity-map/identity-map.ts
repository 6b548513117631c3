/** A map that is searched. */
export type IdentityMap = {
  mapId: string
  /** Of its file. */
  name: string
  entries: number
  importedBy: string
  /** Epoch milliseconds. */
  importedAt: number
}

/** What a map says of a person: a sub, an e-mail address or a number, and the identity that it stands for. */
export type MapEntry = { knownAs: string; identityId: string }

/** Where something was found. */
export type MappedIdentity = MapEntry & { mapId: string; mapName: string }

/** Entries of all maps of a connection. */
export const ENTRIES_MAX = 1_000_000
/** Entries of one part. */
export const PART_MAX = 4_000
/** Characters by which somebody is known. */
export const KNOWN_AS_MAX = 256
/** Answers of one search. */
export const FOUND_MAX = 50

/** What is searched: letters alike, whatever their case, and nothing around them. */
export const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase()
