'use client'

import { useMutation } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import type { NotesChange } from '#lib/identity-notes/identity-note.ts'
import { noteAddition } from '#lib/identity-notes/queries.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import { isNote, NoteField } from './note-field.tsx'

type NewNoteProps = {
  identity: IdentityRef
  text: string
  /** Why none may be written, or null. */
  denied: string | null
  onText: (text: string) => void
  onChanged: (change?: NotesChange) => void
}

export function NewNote({ identity, text, denied, onText, onChanged }: NewNoteProps) {
  const hydrated = useHydrated()
  const addition = useMutation(noteAddition(identity))
  const ready = denied === null && isNote(text)

  function add(event: SubmitEvent) {
    event.preventDefault()
    if (!ready || addition.isPending) return
    addition.mutate(text, {
      onSuccess: (note) => {
        onText('')
        onChanged((notes) => [...notes, note])
      },
    })
  }

  return (
    <form aria-label="New note" className="space-y-3" onSubmit={add}>
      {addition.error && <FailureState title="The note was not added" error={addition.error} compact />}
      <NoteField
        label="New note"
        text={text}
        hint={denied ?? undefined}
        disabled={denied !== null || !hydrated}
        readOnly={addition.isPending}
        onText={onText}
      />
      <Button type="submit" size="sm" disabled={!ready} title={denied ?? undefined} pending={addition.isPending}>
        Add note
      </Button>
    </form>
  )
}
