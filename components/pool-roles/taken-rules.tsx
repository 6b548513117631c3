'use client'

import { bounds } from '#lib/core/limits.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import type { TakeRules } from './take-rules.ts'

export type How = Parameters<TakeRules>[1]

const countOf = (rules: number) => (rules === 1 ? '1 rule' : `${rules} rules`)

type TakenRulesProps = {
  /** How many rules come, and how many are there. */
  incoming: number
  present: number
  how: How
  onHow: (how: How) => void
}

/** How many rules a provider has when others are taken over. */
export const rulesAfter = ({ incoming, present, how }: Omit<TakenRulesProps, 'onHow'>): number =>
  how === 'append' ? present + incoming : incoming

/** Whether rules that are taken over come below the present ones or in their place, and how many there are then. */
export function TakenRules(props: TakenRulesProps) {
  const { present, how, onHow } = props
  const after = rulesAfter(props)
  const most = bounds.rules.max
  return (
    <div className="space-y-3">
      {present > 0 && (
        <RadioGroup
          legend={`${countOf(present)} ${present === 1 ? 'is' : 'are'} here already`}
          options={[
            { value: 'append', label: 'Add below', hint: 'The present ones stay and are tried first.' },
            { value: 'replace', label: 'Replace', hint: 'The present ones go.' },
          ]}
          radio={{ name: 'how', onChange: ({ target }) => onHow(target.value === 'replace' ? 'replace' : 'append') }}
          first={how}
        />
      )}
      <p role="status" className={after > most ? 'text-danger-ink' : 'text-soft'}>
        {after > most
          ? `That makes ${countOf(after)}: a provider has at most ${most}.`
          : `That makes ${countOf(after)}, in the form only: nothing is saved before the review.`}
      </p>
    </div>
  )
}
