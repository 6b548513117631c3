'use client'

import { useEffect, useRef } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { NOTE_MAX } from '#lib/identity-notes/identity-note.ts'

const most = NOTE_MAX.toLocaleString('en')

/** Whether a text can be kept as a note. */
export const isNote = (text: string): boolean => text.trim() !== '' && text.trim().length <= NOTE_MAX

type NoteFieldProps = {
  label: string
  text: string
  hint?: string | undefined
  disabled?: boolean
  readOnly?: boolean
  /** It takes the place of the button that was pressed. */
  focused?: boolean
  onText: (text: string) => void
}

export function NoteField({ label, text, hint, disabled, readOnly, focused = false, onText }: NoteFieldProps) {
  const { length } = text.trim()
  const box = useRef<HTMLTextAreaElement | null>(null)
  useEffect(() => {
    if (focused) box.current?.focus()
  }, [focused])
  return (
    <Field
      label={label}
      hint={hint ?? `Plain text, at most ${most} characters. No passwords and no tokens.`}
      error={
        length > NOTE_MAX
          ? `A note has at most ${most} characters; this has ${length.toLocaleString('en')}.`
          : undefined
      }
    >
      {(control) => (
        <Textarea
          {...control}
          rows={3}
          ref={box}
          disabled={disabled}
          readOnly={readOnly}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  )
}
