'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { IdentityNote, NotesChange } from '#lib/identity-notes/identity-note.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import { NoteText } from './note-text.tsx'

const DeleteNoteDialog = dynamic(() => import('./delete-note-dialog.tsx'), { ssr: false })

type NoteItemProps = {
  identity: IdentityRef
  note: IdentityNote
  number: number
  /** Why it may not be changed, or null. */
  denied: string | null
  onEdit: () => void
  onChanged: (change?: NotesChange) => void
}

export function NoteItem({ identity, note, number, denied, onEdit, onChanged }: NoteItemProps) {
  const [deleting, setDeleting] = useState(false)
  const locked = { size: 'sm', variant: 'ghost', denied } as const
  return (
    <>
      <NoteText note={note} />
      <div className="-ml-2 flex gap-1">
        <Button {...locked} aria-label={`Edit note ${number}`} onClick={onEdit}>
          Edit
        </Button>
        <Button {...locked} aria-label={`Delete note ${number}`} onClick={() => setDeleting(true)}>
          Delete
        </Button>
      </div>
      {deleting && (
        <DeleteNoteDialog identity={identity} note={note} onChanged={onChanged} onClose={() => setDeleting(false)} />
      )}
    </>
  )
}
