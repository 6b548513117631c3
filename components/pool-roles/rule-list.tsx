'use client'

import { CircleAlert, Plus } from 'lucide-react'
import { useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { FindingContext } from '../finding-place/finding-context.ts'
import { Button } from '../ui/button.tsx'
import { bounds } from '#lib/core/limits.ts'
import { emptyRule } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { useLadder } from './ladder.ts'
import { RuleTransfer } from './rule-transfer.tsx'
import { RuleRow, type RuleActs } from './rule-row.tsx'
import { useNewRules } from './use-new-rules.ts'
import { useRuleActs } from './use-rule-acts.ts'
import { useRuleDrag } from './use-rule-drag.ts'

/** A provider's rules in the order in which the service tries them, a line each; those that are edited are open. */
export function RuleList({ index, provider }: { index: number; provider: string }) {
  const { control } = useFormContext<RolesForm>()
  const name = `providers.${index}.rules` as const
  const array = useFieldArray({ control, name })
  const { fields } = array
  const rules = useWatch({ control, name })
  const error = useFormState({ control }).errors.providers?.[index]?.rules
  const { place, forget } = useContext(FindingContext)
  const [open, setOpen] = useState<readonly boolean[]>(() => fields.map((_, at) => isIn(place, `${name}.${at}.`)))
  const list = useRef<HTMLOListElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const { acts, add, take, said } = useRuleActs({ name, array, setOpen, list, addButton, onOrder: forget })
  const { held, handle } = useRuleDrag(list, acts.moveTo)
  const verdicts = useVerdicts(provider)
  useOpener(index, acts)
  const onNew = useNewRules(
    index,
    fields.map(({ id }) => id),
  )
  const addNew = () => {
    onNew()
    add({ ...emptyRule })
  }
  const full = fields.length >= bounds.rules.max
  const message = error?.root?.message ?? error?.message

  const wrong = fields.map((_, at) => Boolean(error?.[at]))
  // A rule stays open once its mistake is mended: it is being edited.
  if (wrong.some((is, at) => is && !open[at])) setOpen(fields.map((_, at) => Boolean(open[at] || wrong[at])))

  return (
    <div className="space-y-2">
      {fields.length > 0 && (
        <ol ref={list} aria-label="Rules" className="space-y-1">
          {fields.map((field, at) => {
            const { claim, match, value, roleArn } = rules[at] ?? field
            return (
              <RuleRow
                key={field.id}
                name={`${name}.${at}`}
                at={at}
                last={at === fields.length - 1}
                claim={claim}
                match={match}
                value={value}
                roleArn={roleArn}
                open={Boolean(open[at] || wrong[at])}
                verdict={verdicts[at] ?? ''}
                place={placeOf(held, at)}
                handle={handle}
                full={full}
                acts={acts}
              />
            )
          })}
        </ol>
      )}
      {message && (
        <p role="alert" className="flex items-start gap-1.5 text-danger-ink">
          <CircleAlert className="mt-0.5 size-4 shrink-0" />
          {message}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button ref={addButton} icon={<Plus />} disabled={full} onClick={addNew}>
          Add rule
        </Button>
        <RuleTransfer index={index} provider={provider} onTake={take} />
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

const isIn = (place: string | null, rule: string): boolean => place?.startsWith(rule) ?? false

function useVerdicts(provider: string): string[] {
  const { subscribe, litOf } = useLadder()
  return useSyncExternalStore(
    subscribe,
    useCallback(() => litOf(provider), [litOf, provider]),
    () => '',
  ).split(',')
}

function useOpener(index: number, { open }: RuleActs) {
  const { openers } = useLadder()
  useEffect(() => {
    openers.set(index, open)
    return () => void openers.delete(index)
  }, [openers, index, open])
}

function placeOf(held: { from: number; to: number } | null, at: number) {
  if (held === null) return null
  if (held.from === at) return 'held'
  if (held.to !== at) return null
  return held.from > at ? 'above' : 'below'
}
