/** A note on an identity in plain text. `version` counts its edits from 1; an edit names the one that it was made on. */
export type IdentityNote = {
  noteId: string
  text: string
  version: number
  writtenBy: string
  /** Epoch milliseconds. */
  writtenAt: number
  edited: { by: string; at: number } | null
}

/** What a write makes of an identity's notes. */
export type NotesChange = (notes: IdentityNote[]) => IdentityNote[]

/** Characters of one note. */
export const NOTE_MAX = 2_000
/** Notes on one identity. */
export const NOTES_MAX = 100
