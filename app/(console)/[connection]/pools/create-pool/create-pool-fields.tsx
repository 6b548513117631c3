'use client'

import { useFormState, type UseFormReturn } from 'react-hook-form'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { z } from 'zod'
import type { newPoolSchema } from '#lib/pools/schema.ts'

export function CreatePoolFields({
  form,
  regions,
}: {
  form: UseFormReturn<z.infer<typeof newPoolSchema>>
  regions: string[]
}) {
  const { register, control } = form
  // The form object itself never changes, so only this makes the fields draw their messages.
  const { errors } = useFormState({ control })
  return (
    <>
      <Field label="Name" error={errors.name?.message}>
        {(control) => <TextInput {...control} {...register('name')} />}
      </Field>
      <Field label="Region" error={errors.region?.message}>
        {(control) => (
          <SelectInput {...control} {...register('region')}>
            {regions.map((region) => (
              <option key={region}>{region}</option>
            ))}
          </SelectInput>
        )}
      </Field>
      <Checkbox
        label="Guest access"
        hint="Anyone gets an identity and credentials of the unauthenticated role, without signing in."
        {...register('allowUnauthenticated')}
      />
      <Field
        label="Developer provider name"
        optional
        hint="For users that your own backend signs in. Once set it cannot be changed or removed."
        error={errors.developerProviderName?.message}
      >
        {(control) => <TextInput {...control} mono {...register('developerProviderName')} />}
      </Field>
    </>
  )
}
