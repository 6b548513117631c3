import { useLayoutEffect, useRef } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { RolesForm } from '#lib/roles/schema.ts'
import { useLadder } from './ladder.ts'

const FIELDS = ['claim', 'value', 'roleArn'] as const

/**
 * Keeps a new rule from being told what it lacks before anybody could fill it in: the form checks all rules as soon as
 * there is one more. Returns what is to be called when a rule is added at the end.
 */
export function useNewRules(index: number, ids: readonly string[]): () => void {
  const { control, clearErrors } = useFormContext<RolesForm>()
  const { errors, touchedFields, submitCount } = useFormState({ control })
  const ladder = useLadder()
  const checks = submitCount + ladder.checks()
  const isAdding = useRef(false)
  const born = useRef(new Map<string, number>())
  useLayoutEffect(() => {
    const last = ids.at(-1)
    if (isAdding.current && last !== undefined) born.current.set(last, checks)
    isAdding.current = false
    for (const [at, id] of ids.entries()) {
      if (born.current.get(id) !== checks) continue
      const touched = touchedFields.providers?.[index]?.rules?.[at]
      const wrong = errors.providers?.[index]?.rules?.[at]
      for (const field of FIELDS)
        if (wrong?.[field] && !touched?.[field]) clearErrors(`providers.${index}.rules.${at}.${field}`)
    }
  })
  return () => {
    isAdding.current = true
  }
}
