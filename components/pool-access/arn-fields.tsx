'use client'

import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { registered } from '../registered.ts'
import { Card } from '../ui/card.tsx'
import { focusAfterRemoval } from '../focus-after-removal.ts'
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
    <Card className="space-y-2">
      {fields.map(({ id }, index) => (
        <div key={id} className="grid grid-cols-[1fr_auto] items-start gap-2">
          <FindingPlace at={`${name}.${index}.arn`}>
            <RowField label={`${kind} provider ARN ${index + 1}`} error={errors[name]?.[index]?.arn?.message}>
              {(field) => (
                <TextInput
                  {...field}
                  mono
                  placeholder={`For example ${example}`}
                  {...registered(form, `${name}.${index}.arn`)}
                />
              )}
            </RowField>
          </FindingPlace>
          <IconButton
            label={`Remove ${kind} provider ${index + 1}`}
            icon={<X />}
            onClick={({ currentTarget }) => {
              focusAfterRemoval(currentTarget)
              remove(index)
            }}
          />
        </div>
      ))}
      <Button icon={<Plus />} onClick={() => append({ arn: '' })}>
        Add {kind} provider
      </Button>
    </Card>
  )
}
