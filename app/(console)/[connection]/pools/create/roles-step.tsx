'use client'

import { useFormContext, useFormState } from 'react-hook-form'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

/** The two roles of a pool; which rules choose others is set once the pool is there. */
export function RolesStep() {
  const { control, register } = useFormContext<NewPoolSettings>()
  const { errors } = useFormState({ control, name: ['authenticatedRole', 'unauthenticatedRole'] })
  return (
    <Card className="space-y-5">
      <Field
        label="Authenticated role"
        optional
        hint="The ARN of the IAM role of users who signed in. Its trust policy must accept this pool’s ID, which is known once the pool is made."
        error={errors.authenticatedRole?.message}
      >
        {(field) => (
          <TextInput
            {...field}
            mono
            placeholder="arn:aws:iam::123456789012:role/AppUser"
            {...register('authenticatedRole')}
          />
        )}
      </Field>
      <Field
        label="Guest role"
        optional
        hint="The ARN of the IAM role of guests. Needed only with guest access; give it as little as possible."
        error={errors.unauthenticatedRole?.message}
      >
        {(field) => (
          <TextInput
            {...field}
            mono
            placeholder="arn:aws:iam::123456789012:role/AppGuest"
            {...register('unauthenticatedRole')}
          />
        )}
      </Field>
    </Card>
  )
}
