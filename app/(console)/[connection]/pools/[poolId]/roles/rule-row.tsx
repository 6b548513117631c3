'use client'

import { ArrowDown, ArrowUp, Copy, GripVertical, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { IconButton } from '#components/ui/icon-button.tsx'
import { RowField } from '#components/ui/row-field.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { MATCHES } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { RoleField } from './role-field.tsx'
import type { RuleDrag } from './use-rule-drag.ts'

type RuleRowProps = {
  name: `providers.${number}.rules.${number}`
  at: number
  count: number
  drag: RuleDrag
  full: boolean
  onMove: (to: number) => void
  onDuplicate: () => void
  onDelete: () => void
}

const matchLabels = { Equals: 'equals', NotEqual: 'does not equal', StartsWith: 'starts with', Contains: 'contains' }

/** One rule: its fields and what can be done with it. */
export function RuleRow({ name, at, count, drag, full, onMove, onDuplicate, onDelete }: RuleRowProps) {
  const { control } = useFormContext<RolesForm>()
  const claim = useController({ control, name: `${name}.claim` })
  const match = useController({ control, name: `${name}.match` })
  const value = useController({ control, name: `${name}.value` })
  const number = at + 1

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? at - 1 : at + 1)
  }

  return (
    // Alt with an arrow key works from every control of the rule, besides the buttons that do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li aria-label={`Rule ${number}`} className={rowClass(drag, at)} onKeyDown={onKeyDown}>
      <div className="flex items-start gap-1">
        <button
          type="button"
          {...drag.handle(at)}
          aria-label={`Drag rule ${number}`}
          className="flex h-8 shrink-0 cursor-grab touch-none items-center gap-1 rounded-md px-1 text-xs text-soft hover:bg-hover active:cursor-grabbing"
        >
          <GripVertical className="size-4" />
          {number}
        </button>
        <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[1fr_8.5rem_1fr]">
          <RowField label={`Claim of rule ${number}`} error={claim.fieldState.error?.message}>
            {(input) => <TextInput {...input} mono placeholder="Claim" {...claim.field} />}
          </RowField>
          <RowField label={`Match type of rule ${number}`} error={match.fieldState.error?.message}>
            {(input) => (
              <SelectInput {...input} {...match.field}>
                {MATCHES.map((type) => (
                  <option key={type} value={type}>
                    {matchLabels[type]}
                  </option>
                ))}
              </SelectInput>
            )}
          </RowField>
          <RowField label={`Value of rule ${number}`} error={value.fieldState.error?.message}>
            {(input) => <TextInput {...input} mono placeholder="Value" {...value.field} />}
          </RowField>
        </div>
      </div>
      <div className="flex flex-wrap items-start justify-end gap-x-2 gap-y-1">
        <span aria-hidden className="w-10 pt-1.5 text-right text-xs text-soft">
          gets
        </span>
        <div className="min-w-52 flex-1">
          <RoleField name={`${name}.roleArn`} label={`Role of rule ${number}`} users="authenticated" inRow />
        </div>
        <div className="flex">
          <IconButton
            label={`Move rule ${number} up`}
            icon={<ArrowUp />}
            aria-disabled={at === 0 || undefined}
            onClick={() => onMove(at - 1)}
          />
          <IconButton
            label={`Move rule ${number} down`}
            icon={<ArrowDown />}
            aria-disabled={at === count - 1 || undefined}
            onClick={() => onMove(at + 1)}
          />
          <IconButton label={`Duplicate rule ${number}`} icon={<Copy />} disabled={full} onClick={onDuplicate} />
          <IconButton label={`Delete rule ${number}`} icon={<Trash2 />} onClick={onDelete} />
        </div>
      </div>
    </li>
  )
}

function rowClass({ from, to }: RuleDrag, at: number): string {
  const base = 'relative space-y-2 rounded-lg border bg-surface p-2 '
  if (from === at) return `${base} border-accent opacity-60`
  const lands = from !== null && to === at
  if (!lands) return `${base} border-line`
  return `${base} border-line before:absolute before:inset-x-0 before:h-0.5 before:bg-accent ${
    from > at ? 'before:-top-1.5' : 'before:-bottom-1.5'
  }`
}
