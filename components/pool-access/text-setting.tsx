'use client'

import type { ComponentProps } from 'react'
import { useFormContext, useFormState, type FieldPath } from 'react-hook-form'
import type { MakingForm } from '#lib/pool-creation/making-schema.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { registered } from '../registered.ts'
import { TextField } from '../ui/text-field.tsx'

type TextSettingProps = Omit<ComponentProps<typeof TextField>, 'name' | 'error'> & {
  /** Where it stands in the form around it. */
  name: FieldPath<NewPoolSettings> | FieldPath<MakingForm>
}

/** A text of a form of a pool, with what is wrong with it. */
export function TextSetting({ name, className, ...field }: TextSettingProps) {
  const form = useFormContext()
  const { control, getFieldState } = form
  const { error } = getFieldState(name, useFormState({ control, name }))
  return (
    <FindingPlace at={name} className={className}>
      <TextField
        {...field}
        error={error?.message}
        {...(field.type === 'password' ? form.register(name) : registered(form, name))}
      />
    </FindingPlace>
  )
}
