'use client'

import { useMutation } from '@tanstack/react-query'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
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
  const deletion = useMutation(noteDeletion(identity))

  const run = () =>
    deletion.mutate(
      { noteId: note.noteId, version: note.version },
      {
        onSuccess: ({ noteId }) => {
          onClose()
          onChanged((notes) => notes.filter((one) => one.noteId !== noteId))
        },
        onError: () => onChanged(),
      },
    )

  return (
    <Dialog
      title="Delete this note"
      description="It is gone for good: Lifeguard keeps no copy of its text."
      dismissible={!deletion.isPending}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose} disabled={deletion.isPending}>
            Cancel
          </Button>
          <Button variant="danger" pending={deletion.isPending} onClick={run}>
            Delete note
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {deletion.error && <FailureState title="The note was not deleted" error={deletion.error} compact />}
        <div className="rounded-lg border border-line p-3">
          <NoteText note={note} />
        </div>
      </div>
    </Dialog>
  )
}
