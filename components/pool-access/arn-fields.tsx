'use client'

import { Plus, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import type { AccountPlace } from '#lib/account-providers/queries.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { registered } from '../registered.ts'
import { Card } from '../ui/card.tsx'
import { focusAfterRemoval } from '../focus-after-removal.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { RowField } from '../ui/row-field.tsx'
import { TextInput } from '../ui/text-input.tsx'

const IdentityProviderPicker = dynamic(() => import('../account-pickers/identity-provider-picker.tsx'), { ssr: false })

type ArnFieldsProps = {
  name: 'oidcProviderArns' | 'samlProviderArns'
  kind: string
  example: string
  /** Where they can be chosen, if anywhere. */
  place: AccountPlace | null
}

/** IAM identity providers of one kind by their ARNs. */
export function ArnFields({ name, kind, example, place }: ArnFieldsProps) {
  const form = useFormContext<AccessSettings>()
  const { control } = form
  const { errors } = useFormState({ control, name })
  const [picking, setPicking] = useState(false)
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
      <div className="flex flex-wrap gap-2">
        <Button icon={<Plus />} onClick={() => append({ arn: '' })}>
          Add {kind} provider
        </Button>
        {place && (
          <Button aria-label={`Choose from this account: ${kind} provider`} onClick={() => setPicking(true)}>
            Choose from this account
          </Button>
        )}
      </div>
      {place && picking && (
        <IdentityProviderPicker
          place={place}
          of={name === 'samlProviderArns' ? 'saml' : 'oidc'}
          kind={kind}
          onClose={() => setPicking(false)}
          onChoose={(arn) => {
            append({ arn })
            setPicking(false)
          }}
        />
      )}
    </Card>
  )
}
