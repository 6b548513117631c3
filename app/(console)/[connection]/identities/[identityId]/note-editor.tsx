'use client'

import type { SubmitEvent } from 'react'
import { ActStatus } from '#components/save/act-status.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useOperation } from '#components/use-operation.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { IdentityNote, NotesChange } from '#lib/identity-notes/identity-note.ts'
import { noteEdit } from '#lib/identity-notes/queries.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import { isNote, NoteField } from './note-field.tsx'
import { NoteText } from './note-text.tsx'

type Editing = { note: IdentityNote; text: string }

type NoteEditorProps = {
  identity: IdentityRef
  /** As it is now, which may be newer than what is edited. */
  present: IdentityNote
  editing: Editing
  onEditing: (editing: Editing | null) => void
  onChanged: (change?: NotesChange) => void
}

export default function NoteEditor({ identity, present, editing, onEditing, onChanged }: NoteEditorProps) {
  const edit = useOperation(noteEdit)
  const { note, text } = editing
  const isBehind = present.version !== note.version
  const code = edit.error ? errorShape(edit.error).code : null

  function save(event: SubmitEvent) {
    event.preventDefault()
    if (!isNote(text) || isBehind) return
    edit.run(
      { identity, noteId: note.noteId, version: note.version, text },
      {
        onSuccess: (saved) => {
          onEditing(null)
          onChanged((notes) => notes.map((one) => (one.noteId === saved.noteId ? saved : one)))
        },
        onError: () => onChanged(),
      },
    )
  }

  return (
    <form aria-label="Edit note" className="space-y-3" onSubmit={save}>
      {code !== 'CONFLICT' && code !== 'NOT_FOUND' && (
        <ActStatus
          act={edit}
          failed="The note was not saved"
          unknown="Nobody knows whether the note was saved"
          onLook={() => onChanged()}
        />
      )}
      {isBehind && (
        <div role="alert">
          <Callout
            tone="warning"
            title={`${present.edited?.by ?? present.writtenBy} edited this note meanwhile: yours is not saved`}
            action={
              <Button size="sm" onClick={() => onEditing({ note: present, text })}>
                Replace it with mine
              </Button>
            }
          >
            <NoteText note={present} />
          </Callout>
        </div>
      )}
      <NoteField
        label="Note"
        text={text}
        focused
        readOnly={edit.isPending}
        onText={(next) => {
          if (edit.error) edit.renew()
          onEditing({ note, text: next })
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" disabled={!isNote(text) || isBehind} pending={edit.isPending}>
          Save note
        </Button>
        <Button size="sm" disabled={edit.isPending} onClick={() => onEditing(null)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
