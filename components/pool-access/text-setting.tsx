'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useFormContext, useFormState, type FieldPath } from 'react-hook-form'
import type { MakingForm } from '#lib/pool-creation/making-schema.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'

type TextSettingProps = Omit<ComponentProps<typeof TextInput>, 'name'> & {
  /** Where it stands in the form around it. */
  name: FieldPath<NewPoolSettings> | FieldPath<MakingForm>
  label: string
  hint?: ReactNode
  optional?: boolean
}

/** A text of a form of a pool, with what is wrong with it. */
export function TextSetting({ name, label, hint, optional = false, ...input }: TextSettingProps) {
  const { control, register, getFieldState } = useFormContext()
  const { error } = getFieldState(name, useFormState({ control, name }))
  return (
    <Field label={label} hint={hint} optional={optional} error={error?.message}>
      {(field) => <TextInput {...field} {...input} {...register(name)} />}
    </Field>
  )
}
