'use client'

import { useEffect, useRef } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { NOTE_MAX } from '#lib/identity-notes/identity-note.ts'
import { secretInText } from '#lib/identity-notes/secret-in-text.ts'
import { grouped } from '#lib/core/grouped.ts'

const most = grouped(NOTE_MAX)

/** Whether a text can be kept as a note. */
export const isNote = (text: string): boolean =>
  text.trim() !== '' && text.trim().length <= NOTE_MAX && secretInText(text) !== 'token'

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
  const problem = problemOf(text)
  const box = useRef<HTMLTextAreaElement | null>(null)
  useEffect(() => {
    if (focused) box.current?.focus()
  }, [focused])
  return (
    <Field
      label={label}
      hint={hint ?? `Plain text, at most ${most} characters. No passwords and no tokens. Ctrl and Enter save it.`}
      error={problem}
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
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      )}
    </Field>
  )
}

/** A token is never kept; of a password it is only said. */
function problemOf(text: string): string | undefined {
  const { length } = text.trim()
  if (length > NOTE_MAX) return `A note has at most ${most} characters; this has ${grouped(length)}.`
  const secret = secretInText(text)
  if (secret === 'token') return 'This holds a token, and others read notes. Take it out.'
  return secret === 'password' ? 'This looks like a password. Everyone who may see identities reads notes.' : undefined
}
