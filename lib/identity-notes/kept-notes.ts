import 'server-only'
import type { Selectable } from 'kysely'
import { forgetPages } from '../db/forget-pages.ts'
import { store, type Db } from '../db/open.ts'
import type { IdentityNoteTable } from '../db/tables.ts'
import { AppError } from '../core/errors.ts'
import type { IdentityRef } from '../core/refs.ts'
import { NOTES_MAX, type IdentityNote } from './identity-note.ts'

type SeenNote = { identity: IdentityRef; noteId: string; version: number }
type Edit = { text: string; by: string; at: number }

/** An identity's notes, oldest first. They are kept when the identity is gone. */
export async function notesOf({ connectionId, identityId }: IdentityRef, db = store()): Promise<IdentityNote[]> {
  const rows = await db
    .selectFrom('identity_note')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('identity_id', '=', identityId)
    .orderBy('written_at')
    .orderBy('note_id')
    .execute()
  return rows.map(toNote)
}

/** Errors: `LIMIT` when the identity has as many as it may. */
export async function addNote(
  { connectionId, identityId }: IdentityRef,
  { noteId, text, by, at }: Edit & { noteId: string },
  db = store(),
): Promise<IdentityNote> {
  const present = await notesOf({ connectionId, identityId }, db)
  if (present.length >= NOTES_MAX)
    throw new AppError({
      code: 'LIMIT',
      message: `This identity has ${NOTES_MAX} notes, and no more are kept.`,
      hint: 'Delete or edit one of them.',
    })
  const row = await db
    .insertInto('identity_note')
    .values({
      note_id: noteId,
      connection_id: connectionId,
      identity_id: identityId,
      text,
      version: 1,
      written_by: by,
      written_at: at,
      edited_by: null,
      edited_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toNote(row)
}

/** Errors: `CONFLICT` when somebody edited it since; `NOT_FOUND` when somebody deleted it. */
export async function editNote(seen: SeenNote, { text, by, at }: Edit, db = store()): Promise<IdentityNote> {
  const row = await db
    .updateTable('identity_note')
    .set({ text, version: seen.version + 1, edited_by: by, edited_at: at })
    .where('connection_id', '=', seen.identity.connectionId)
    .where('identity_id', '=', seen.identity.identityId)
    .where('note_id', '=', seen.noteId)
    .where('version', '=', seen.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw await changedSince(seen, db)
  return toNote(row)
}

/** Errors: as for an edit. */
export async function deleteNote(seen: SeenNote, db = store()): Promise<void> {
  const row = await db
    .deleteFrom('identity_note')
    .where('connection_id', '=', seen.identity.connectionId)
    .where('identity_id', '=', seen.identity.identityId)
    .where('note_id', '=', seen.noteId)
    .where('version', '=', seen.version)
    .returning('note_id')
    .executeTakeFirst()
  if (!row) throw await changedSince(seen, db)
}

/** Deletes every note on these identities of a connection, for good; how many there were. */
export async function deleteNotesOn(
  connectionId: string,
  identityIds: readonly string[],
  db = store(),
): Promise<number> {
  if (identityIds.length === 0) return 0
  const rows = await db
    .deleteFrom('identity_note')
    .where('connection_id', '=', connectionId)
    .where('identity_id', 'in', [...identityIds])
    .returning('note_id')
    .execute()
  if (rows.length > 0) await forgetPages(db, ['identity_note'])
  return rows.length
}

/** Deletes these notes of a connection as they were seen, for good; the ids of those that were still so. */
export async function deleteNotes(
  connectionId: string,
  notes: readonly { noteId: string; version: number }[],
  db = store(),
): Promise<string[]> {
  const gone: string[] = []
  for (const { noteId, version } of notes) {
    const row = await db
      .deleteFrom('identity_note')
      .where('connection_id', '=', connectionId)
      .where('note_id', '=', noteId)
      .where('version', '=', version)
      .returning('note_id')
      .executeTakeFirst()
    if (row) gone.push(row.note_id)
  }
  if (gone.length > 0) await forgetPages(db, ['identity_note'])
  return gone
}

async function changedSince({ identity, noteId }: SeenNote, db: Db): Promise<AppError> {
  const note = (await notesOf(identity, db)).find((one) => one.noteId === noteId)
  return note
    ? new AppError({
        code: 'CONFLICT',
        message: `${note.edited?.by ?? note.writtenBy} edited this note meanwhile. Nothing was changed.`,
        hint: 'Read it as it is now, then decide again.',
      })
    : new AppError({
        code: 'NOT_FOUND',
        message: 'Somebody deleted this note meanwhile. Nothing was changed.',
        hint: 'What you wrote can be added as a note of its own.',
      })
}

const toNote = (row: Selectable<IdentityNoteTable>): IdentityNote => ({
  noteId: row.note_id,
  text: row.text,
  version: row.version,
  writtenBy: row.written_by,
  writtenAt: row.written_at,
  edited: row.edited_by === null || row.edited_at === null ? null : { by: row.edited_by, at: row.edited_at },
})
