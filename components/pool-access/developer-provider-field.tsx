'use client'

import { useFormContext, useFormState } from 'react-hook-form'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'

/** `locked` is the name that the pool has: it can be set once. */
export function DeveloperProviderField({ locked }: { locked: string | null }) {
  const { control, register } = useFormContext<AccessSettings>()
  const { errors } = useFormState({ control, name: 'developerProviderName' })
  return (
    <Field
      label="Developer provider name"
      optional={locked === null}
      hint={
        locked === null
          ? 'For users that your own backend signs in, such as login.example.com. Once set it cannot be changed or removed.'
          : 'Set. The service never lets it be changed or removed.'
      }
      error={errors.developerProviderName?.message}
    >
      {(field) => (
        <TextInput
          {...field}
          mono
          className="max-w-md"
          readOnly={locked !== null}
          {...register('developerProviderName')}
        />
      )}
    </Field>
  )
}
