'use client'

import { PoolPicker } from '#components/compare/pool-picker.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Question } from '#lib/import/described/asked-things.ts'

type QuestionFieldsProps = {
  questions: readonly Question[]
  /** What stands in each box, by the question's id. */
  values: Readonly<Record<string, string>>
  onValue: (id: string, value: string) => void
  /** The pool whose values fill boxes that are empty. */
  from: { connectionId: string; pool: PoolRef | null }
  onFrom: (connectionId: string, pool: PoolRef | null) => void
}

/** Asks once for each thing that the text does not tell. */
export function QuestionFields({ questions, values, onValue, from, onFrom }: QuestionFieldsProps) {
  return (
    <Section title="What the text does not tell">
      <p className="mb-4 max-w-form text-soft">
        Each is asked for once and put in everywhere. What stays empty is left out; of several values, put a comma
        between them.
      </p>
      <div className="grid max-w-form gap-4">
        {questions.map((question) => (
          <TextField
            key={question.id}
            mono
            autoComplete="off"
            label={isolated(question.id)}
            hint={isolated(hintOf(question))}
            value={values[question.id] ?? ''}
            onChange={(event) => onValue(question.id, event.target.value)}
          />
        ))}
        <PoolPicker label="Take values from" {...from} onChange={onFrom} />
      </div>
    </Section>
  )
}

const MOST_PLACES = 4

function hintOf({ places, reason, hint, preset }: Question): string {
  const shown = places.slice(0, MOST_PLACES).join(', ')
  const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more places` : ''
  const maybe = hint === undefined ? '' : ` It may be ${hint}.`
  const known = preset === null ? '' : ' The text has a default for it.'
  return `Goes to ${shown}${more}. ${reason === 'is not told' ? '' : `It ${reason}.`}${maybe}${known}`.trim()
}
