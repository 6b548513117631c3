'use client'

import { useFormContext, useFormState } from 'react-hook-form'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

const roles = [
  {
    name: 'authenticatedRole',
    label: 'Authenticated role',
    hint: 'The ARN of the IAM role of users who signed in. Its trust policy must accept this pool’s ID, which is known once the pool is made.',
    example: 'arn:aws:iam::123456789012:role/AppUser',
  },
  {
    name: 'unauthenticatedRole',
    label: 'Guest role',
    hint: 'The ARN of the IAM role of guests. Needed only with guest access; give it as little as possible.',
    example: 'arn:aws:iam::123456789012:role/AppGuest',
  },
] as const

/** The two roles of a pool; which rules choose others is set once the pool is there. */
export function RolesStep() {
  const { control, register } = useFormContext<NewPoolSettings>()
  const { errors } = useFormState({ control, name: ['authenticatedRole', 'unauthenticatedRole'] })
  return (
    <Card className="space-y-5">
      {roles.map(({ name, label, hint, example }) => (
        <Field key={name} label={label} optional hint={hint} error={errors[name]?.message}>
          {(field) => <TextInput {...field} mono placeholder={example} {...register(name)} />}
        </Field>
      ))}
    </Card>
  )
}
