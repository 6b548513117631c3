import { useCallback, useEffect, useState } from 'react'
import { useFormContext, type FieldPath } from 'react-hook-form'
import type { RolesForm } from '#lib/roles/schema.ts'
import { useLadder } from './ladder.ts'

const RULE = /^providers\.(\d+)\.rules\.(\d+)\./

/** Moves the focus to a field, whose rule is opened for it where it is closed. */
export function useFieldFocus(): (path: FieldPath<RolesForm>) => void {
  const { setFocus } = useFormContext<RolesForm>()
  const { openers } = useLadder()
  const [wanted, setWanted] = useState<{ path: FieldPath<RolesForm> } | null>(null)
  useEffect(() => {
    if (wanted) setFocus(wanted.path)
  }, [setFocus, wanted])
  return useCallback(
    (path) => {
      const [, provider, rule] = RULE.exec(path) ?? []
      if (rule !== undefined) openers.get(Number(provider))?.(Number(rule))
      setWanted({ path })
    },
    [openers],
  )
}
