'use client'

import type { ChangeEvent } from 'react'
import { LiveFieldset } from '../live-fieldset.tsx'
import { Field } from '../ui/field.tsx'
import { Textarea } from '../ui/textarea.tsx'

type ListFieldProps = {
  label: string
  hint: string
  /** What of the list cannot be taken. */
  error?: string | undefined
  text: string
  onText: (text: string) => void
}

/** A pasted column or CSV text, or the text of a file, which is read here. */
export function ListField({ label, hint, error, text, onText }: ListFieldProps) {
  async function readFile({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    if (file) onText(await file.text())
    target.value = ''
  }
  return (
    <LiveFieldset>
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <Textarea {...control} mono rows={8} value={text} onChange={(event) => onText(event.target.value)} />
        )}
      </Field>
      <Field label="Or a file" className="mt-3">
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="max-w-full text-soft file:mr-3"
            onChange={(event) => void readFile(event)}
          />
        )}
      </Field>
    </LiveFieldset>
  )
}
