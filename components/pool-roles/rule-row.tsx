'use client'

import { ArrowDown, ArrowUp, ChevronRight, Copy, GripVertical, Trash2 } from 'lucide-react'
import { memo, type KeyboardEvent } from 'react'
import { Badge, type BadgeTone } from '../ui/badge.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { MappingRule } from '#lib/roles/pool-roles.ts'
import { RuleFields } from './rule-fields.tsx'
import { RuleLine } from './rule-line.tsx'
import type { useRuleActs } from './use-rule-acts.ts'
import type { DragHandle } from './use-rule-drag.ts'

export type RuleActs = ReturnType<typeof useRuleActs>['acts']

type RuleRowProps = MappingRule & {
  name: `providers.${number}.rules.${number}`
  at: number
  last: boolean
  open: boolean
  /** What the simulator makes of it; empty while it is not asked. */
  verdict: string
  /** Its part in a drag: it is held, or what is held would land beside it. */
  place: 'held' | 'above' | 'below' | null
  handle: DragHandle
  full: boolean
  acts: RuleActs
}

const verdicts: Record<string, { label: string; tone: BadgeTone; row: string }> = {
  matched: { label: 'Matched', tone: 'success', row: 'border-success bg-success-tint' },
  'not-matched': { label: 'Not matched', tone: 'neutral', row: 'border-control bg-surface' },
  overridden: { label: 'Passed over', tone: 'warning', row: 'border-warning bg-surface' },
  'not-reached': { label: 'Not reached', tone: 'neutral', row: 'border-dashed border-line-strong bg-surface' },
}

/** One rule as a line with what can be done with it, and its fields where it is open. */
export const RuleRow = memo(function RuleRow(props: RuleRowProps) {
  const { name, at, last, open, verdict, place, handle, full, acts, ...rule } = props
  const number = at + 1
  const lit = verdicts[verdict]

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    acts.moveTo(at, event.key === 'ArrowUp' ? at - 1 : at + 1)
  }

  return (
    // Alt with an arrow key works from every control of the rule, besides the buttons that do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      aria-label={`Rule ${number}`}
      className={`relative rounded-lg border px-1 contain-layout contain-style ${places[place ?? 'still']} ${lit?.row ?? 'border-line bg-surface'}`}
      onKeyDown={onKeyDown}
    >
      <div className="flex flex-wrap items-center gap-x-1">
        <button
          type="button"
          {...handle}
          data-at={at}
          aria-label={`Drag rule ${number}`}
          className="flex h-8 shrink-0 cursor-grab touch-none items-center gap-1 rounded-md px-1 text-xs text-soft hover:bg-hover active:cursor-grabbing"
        >
          <GripVertical className="size-4" />
          <span className="w-4 text-right">{number}</span>
        </button>
        <button
          type="button"
          aria-expanded={open}
          onClick={({ nativeEvent }) => acts.toggle(at, open ? undefined : fieldAt(nativeEvent))}
          className="flex min-h-8 min-w-0 flex-1 basis-40 items-center gap-1.5 rounded-md px-1 text-left hover:bg-hover"
        >
          <ChevronRight className={`size-4 shrink-0 text-soft ${open ? 'rotate-90' : ''}`} />
          <span className="sr-only">Edit rule {number}: </span>
          <RuleLine rule={rule} />
        </button>
        {lit && (
          <span className="text-right sm:w-22">
            <Badge tone={lit.tone}>{lit.label}</Badge>
          </span>
        )}
        <span className={`ml-auto forced-colors:gap-1 ${open ? 'flex' : 'flex max-sm:hidden'}`}>
          <IconButton
            label={`Move rule ${number} up`}
            icon={<ArrowUp />}
            aria-disabled={at === 0 || undefined}
            onClick={() => acts.moveTo(at, at - 1)}
          />
          <IconButton
            label={`Move rule ${number} down`}
            icon={<ArrowDown />}
            aria-disabled={last || undefined}
            onClick={() => acts.moveTo(at, at + 1)}
          />
          <IconButton
            label={`Duplicate rule ${number}`}
            icon={<Copy />}
            disabled={full}
            onClick={() => acts.duplicate(at)}
          />
          <IconButton label={`Delete rule ${number}`} icon={<Trash2 />} onClick={() => acts.removeAt(at)} />
        </span>
      </div>
      {open && <RuleFields name={name} number={number} />}
    </li>
  )
})

/** Which part of its line was pressed with a mouse: on a phone the keyboard would cover the rule. */
function fieldAt(event: Event) {
  const { target } = event
  if ('pointerType' in event && event.pointerType === 'touch') return undefined
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset['field'] : undefined
  return (['claim', 'value', 'roleArn'] as const).find((field) => field === part)
}

const mark = 'before:absolute before:inset-x-0 before:h-0.5 before:bg-accent'
const places = { still: '', held: 'opacity-60', above: `${mark} before:-top-1`, below: `${mark} before:-bottom-1` }
