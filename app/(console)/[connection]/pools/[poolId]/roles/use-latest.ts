import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { RolesForm } from '#lib/roles/roles-form.ts'

/**
 * Takes over what the service has now while the form has no changes of its own. Not by the form's own `values`: they
 * draw all rules anew right after the first time, under the hand that has begun to drag one.
 */
export function useLatest(form: UseFormReturn<RolesForm>, values: RolesForm) {
  const { isDirty, defaultValues } = form.formState
  useEffect(() => {
    if (!isDirty && JSON.stringify(values) !== JSON.stringify(defaultValues)) form.reset(values)
  }, [form, isDirty, defaultValues, values])
}
