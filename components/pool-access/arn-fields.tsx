'use client'

import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { registered } from '../registered.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { RowField } from '../ui/row-field.tsx'
import { TextInput } from '../ui/text-input.tsx'

type ArnFieldsProps = { name: 'oidcProviderArns' | 'samlProviderArns'; kind: string; example: string }

/** IAM identity providers of one kind by their ARNs. */
export function ArnFields({ name, kind, example }: ArnFieldsProps) {
  const form = useFormContext<AccessSettings>()
  const { control } = form
  const { errors } = useFormState({ control, name })
  const { fields, append, remove } = useFieldArray({ control, name })
  return (
    <div className="space-y-2">
      {fields.map(({ id }, index) => (
        <div key={id} className="grid grid-cols-[1fr_auto] items-start gap-2">
          <RowField label={`${kind} provider ARN ${index + 1}`} error={errors[name]?.[index]?.arn?.message}>
            {(field) => (
              <TextInput {...field} mono placeholder={example} {...registered(form, `${name}.${index}.arn`)} />
            )}
          </RowField>
          <IconButton label={`Remove ${kind} provider ${index + 1}`} icon={<X />} onClick={() => remove(index)} />
        </div>
      ))}
      <Button icon={<Plus />} onClick={() => append({ arn: '' })}>
        Add {kind} provider
      </Button>
    </div>
  )
}
