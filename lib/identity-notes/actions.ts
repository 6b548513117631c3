'use server'

import { randomUUID } from 'node:crypto'
import { defineAction } from '../operation/define-action.ts'
import { identityInput } from '../identities/schema.ts'
import { addNote, deleteNote, editNote, notesOf } from './kept-notes.ts'
import { addIdentityNoteInput, deleteIdentityNoteInput, editIdentityNoteInput } from './schema.ts'

/** The desk's notes on an identity, oldest first; also when the identity is gone. */
export const listIdentityNotes = defineAction({
  name: 'ListIdentityNotes',
  effect: 'read',
  looks: true,
  permission: 'notes:read',
  input: identityInput,
  run: (_context, { identity }) => notesOf(identity),
})

/**
 * Writes a note. Errors: `LIMIT`. The audit, from which nothing can be taken out, has no note's text: it is about a
 * person and must be gone when it is deleted.
 */
export const addIdentityNote = defineAction({
  name: 'AddIdentityNote',
  effect: 'write',
  permission: 'identities:note',
  input: addIdentityNoteInput,
  answersText: true,
  audited: ({ identity, text }) => ({ identity, characters: text.length }),
  async run({ actor, audit }, { identity, text }) {
    const note = await addNote(identity, { noteId: randomUUID(), text, by: actor.name, at: Date.now() })
    audit.after({ noteId: note.noteId })
    return note
  },
})

/** Errors: `CONFLICT` when somebody edited it since that version; `NOT_FOUND` when somebody deleted it. */
export const editIdentityNote = defineAction({
  name: 'EditIdentityNote',
  effect: 'write',
  permission: 'identities:note',
  input: editIdentityNoteInput,
  answersText: true,
  audited: ({ text, ...seen }) => ({ ...seen, characters: text.length }),
  run: ({ actor }, { text, ...seen }) => editNote(seen, { text, by: actor.name, at: Date.now() }),
})

/** Errors: as for an edit. */
export const deleteIdentityNote = defineAction({
  name: 'DeleteIdentityNote',
  effect: 'write',
  permission: 'identities:note',
  input: deleteIdentityNoteInput,
  async run(_context, seen) {
    await deleteNote(seen)
    return { noteId: seen.noteId }
  },
})
