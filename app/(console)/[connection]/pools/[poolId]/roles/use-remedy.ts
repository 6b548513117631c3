import { useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import { roleRemedy } from '#lib/roles/role-remedy.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { useFieldFocus } from './use-field-focus.ts'

/** Puts a finding's remedy into the form once, as a change that is not saved, and the focus on the field it is about. */
export function useRemedy(finding: Remedy | null) {
  const { getValues, reset } = useFormContext<RolesForm>()
  const focusOn = useFieldFocus()
  const done = useRef(false)
  useEffect(() => {
    if (!finding || done.current) return
    done.current = true
    const present = getValues()
    const remedy = roleRemedy(present, finding)
    if (!remedy) return
    // A reset draws rules anew and would take the focus from them.
    if (remedy.form !== present) reset(remedy.form, { keepDefaultValues: true, keepFieldsRef: true })
    focusOn(remedy.focus)
  }, [getValues, reset, focusOn, finding])
}
