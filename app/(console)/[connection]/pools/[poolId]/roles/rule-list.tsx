'use client'

import { CircleAlert, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { Button } from '#components/ui/button.tsx'
import { bounds } from '#lib/core/limits.ts'
import { emptyRule } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { RuleRow } from './rule-row.tsx'
import { useRuleDrag } from './use-rule-drag.ts'

/** A provider's rules in the order in which the service tries them. */
export function RuleList({ index }: { index: number }) {
  const { control, getValues, setFocus } = useFormContext<RolesForm>()
  const name = `providers.${index}.rules` as const
  const { fields, append, insert, move, remove } = useFieldArray({ control, name })
  const error = useFormState({ control }).errors.providers?.[index]?.rules
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const full = fields.length >= bounds.rules.max

  const moveTo = (from: number, to: number) => {
    if (to === from || to < 0 || to >= fields.length) return
    const active = document.activeElement
    flushSync(() => move(from, to))
    if (active instanceof HTMLElement) active.focus()
    setSaid(`Rule ${from + 1} is now rule ${to + 1} of ${fields.length}.`)
  }
  const duplicate = (at: number) => {
    insert(at + 1, { ...getValues(`${name}.${at}`) }, { focusName: `${name}.${at + 1}.claim` })
    setSaid(`Rule ${at + 1} copied to rule ${at + 2}.`)
  }
  const removeAt = (at: number) => {
    flushSync(() => remove(at))
    const left = fields.length - 1
    if (left === 0) addButton.current?.focus()
    else setFocus(`${name}.${Math.min(at, left - 1)}.claim`)
    setSaid(`Rule ${at + 1} deleted, ${left} left.`)
  }
  const drag = useRuleDrag(list, moveTo)
  const message = error?.root?.message ?? error?.message

  return (
    <div className="space-y-2">
      {fields.length > 0 && (
        <ol ref={list} aria-label="Rules" className="space-y-2">
          {fields.map((field, at) => (
            <RuleRow
              key={field.id}
              name={`${name}.${at}`}
              at={at}
              count={fields.length}
              drag={drag}
              full={full}
              onMove={(to) => moveTo(at, to)}
              onDuplicate={() => duplicate(at)}
              onDelete={() => removeAt(at)}
            />
          ))}
        </ol>
      )}
      {message && (
        <p role="alert" className="flex items-start gap-1.5 text-danger-ink">
          <CircleAlert className="mt-0.5 size-4 shrink-0" />
          {message}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button ref={addButton} icon={<Plus />} disabled={full} onClick={() => append({ ...emptyRule })}>
          Add rule
        </Button>
        <span className="text-xs text-soft">
          {full
            ? `A provider has at most ${bounds.rules.max} rules.`
            : 'The first rule that matches decides. Drag a rule, or press Alt with an arrow key, to move it.'}
        </span>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
