'use client'

import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { useOperation } from '#components/use-operation.ts'
import type { IdentityNote, NotesChange } from '#lib/identity-notes/identity-note.ts'
import { noteDeletion } from '#lib/identity-notes/queries.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import { NoteText } from './note-text.tsx'

type DeleteNoteDialogProps = {
  identity: IdentityRef
  note: IdentityNote
  onChanged: (change?: NotesChange) => void
  onClose: () => void
}

export default function DeleteNoteDialog({ identity, note, onChanged, onClose }: DeleteNoteDialogProps) {
  const deletion = useOperation(noteDeletion)
  const { noteId, version } = note

  const run = () =>
    deletion.run(
      { identity, noteId, version },
      {
        onSuccess: () => {
          onClose()
          onChanged((notes) => notes.filter((one) => one.noteId !== noteId))
        },
        onError: () => onChanged(),
      },
    )

  return (
    <ConfirmDialog
      title="Delete this note"
      description="It is gone for good: Lifeguard keeps no copy of its text."
      act={deletion}
      confirmLabel="Delete note"
      failed="The note was not deleted"
      unknown="Nobody knows whether the note was deleted"
      onConfirm={run}
      onLook={onChanged}
      onClose={onClose}
    >
      <div className="rounded-lg border border-line p-3">
        <NoteText note={note} />
      </div>
    </ConfirmDialog>
  )
}
