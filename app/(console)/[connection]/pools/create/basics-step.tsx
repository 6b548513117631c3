'use client'

import { useFormContext, useFormState } from 'react-hook-form'
import { GuestAndFlowFields } from '#components/pool-access/guest-and-flow-fields.tsx'
import { PoolNameField } from '#components/pool-access/pool-name-field.tsx'
import { registered } from '#components/registered.ts'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

export function BasicsStep({ regions }: { regions: string[] }) {
  const form = useFormContext<NewPoolSettings>()
  const { control } = form
  const { errors } = useFormState({ control, name: 'region' })
  return (
    <Card className="space-y-5">
      <PoolNameField />
      <Field label="Region" hint="A pool stays in its Region for good." error={errors.region?.message}>
        {(field) => (
          <SelectInput {...field} className="max-w-xs" {...registered(form, 'region')}>
            {regions.map((region) => (
              <option key={region}>{region}</option>
            ))}
          </SelectInput>
        )}
      </Field>
      <GuestAndFlowFields />
    </Card>
  )
}
