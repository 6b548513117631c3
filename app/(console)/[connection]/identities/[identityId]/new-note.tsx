'use client'

import { useRef, type SubmitEvent } from 'react'
import { ActStatus } from '#components/save/act-status.tsx'
import { Button } from '#components/ui/button.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { useOperation } from '#components/use-operation.ts'
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
  const addition = useOperation(noteAddition)
  const form = useRef<HTMLFormElement>(null)
  const ready = denied === null && isNote(text)

  function add(event: SubmitEvent) {
    event.preventDefault()
    if (!ready) return
    addition.run(
      { identity, text },
      {
        onSuccess: (note) => {
          addition.renew()
          onText('')
          // Its button is off without a text.
          form.current?.querySelector('textarea')?.focus()
          onChanged((notes) => [...notes, note])
        },
        onError: () => onChanged(),
      },
    )
  }

  return (
    <form ref={form} aria-label="New note" className="space-y-3" onSubmit={add}>
      <ActStatus
        act={addition}
        failed="The note was not added"
        unknown="Nobody knows whether the note was added"
        onLook={() => onChanged()}
      />
      <LiveFieldset className="space-y-3">
        <NoteField
          label="New note"
          text={text}
          hint={denied ?? undefined}
          disabled={denied !== null}
          readOnly={addition.isPending}
          onText={(next) => {
            // Another text is another note, whatever became of the one before.
            if (addition.error) addition.renew()
            onText(next)
          }}
        />
        <Button type="submit" size="sm" disabled={!ready} title={denied ?? undefined} pending={addition.isPending}>
          Add note
        </Button>
      </LiveFieldset>
    </form>
  )
}
