'use client'

import type { ChangeEvent } from 'react'
import { Field } from '#components/ui/field.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { MOST_PEOPLE } from '#lib/people/read-list.ts'

type ListFieldProps = {
  text: string
  /** How many are beyond what one list may have. */
  left: number
  onText: (text: string) => void
}

/** A pasted column or CSV text, or the text of a file, which is read here. */
export function ListField({ text, left, onText }: ListFieldProps) {
  async function readFile({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    if (file) onText(await file.text())
    target.value = ''
  }
  return (
    <LiveFieldset>
      <Field
        label="Identifiers"
        hint={`User identifiers, e-mail addresses or identity IDs: one a line, or CSV, of which each line is one person; ${MOST_PEOPLE} at a time. Tokens are sent nowhere.`}
        error={
          left > 0
            ? `${left.toLocaleString('en')} more than ${MOST_PEOPLE} are in this list: they are left out. Look them up afterwards.`
            : undefined
        }
      >
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
