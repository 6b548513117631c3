'use client'

import { useFormContext, useFormState } from 'react-hook-form'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'

export function PoolNameField() {
  const { control, register } = useFormContext<AccessSettings>()
  const { errors } = useFormState({ control, name: 'name' })
  return (
    <Field
      label="Name"
      hint="For people: apps know the pool by its ID. Names need not be unique."
      error={errors.name?.message}
    >
      {(field) => <TextInput {...field} className="max-w-md" {...register('name')} />}
    </Field>
  )
}
