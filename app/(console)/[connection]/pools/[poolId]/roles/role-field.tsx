'use client'

import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { Button } from '#components/ui/button.tsx'
import { Field, type FieldControl } from '#components/ui/field.tsx'
import { RowField } from '#components/ui/row-field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { TrustUse } from '#lib/iam-roles/trust-finding.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { USED_ROLES, useRoleChoices } from './role-choices.tsx'
import { RoleTrust } from './role-trust.tsx'

const RolePicker = dynamic(() => import('./role-picker.tsx'), { ssr: false })

type RoleFieldProps = {
  name: 'authenticated' | 'unauthenticated' | `providers.${number}.rules.${number}.roleArn`
  label: string
  hint?: ReactNode
  users: TrustUse['users']
  /** In a row of fields: the label is told to assistive technology only. */
  inRow?: boolean
}

/** A role's ARN: typed, taken from those in use, or chosen from IAM where that may be read. */
export function RoleField({ name, label, hint, users, inRow = false }: RoleFieldProps) {
  const { control } = useFormContext<RolesForm>()
  const { field, fieldState } = useController({ control, name })
  const { iam } = useRoleChoices()
  const [picking, setPicking] = useState(false)
  const error = fieldState.error?.message
  const trust = iam && <RoleTrust arn={field.value} users={users} iam={iam} />
  const input = (wiring: FieldControl) => (
    <div className="flex gap-2">
      <TextInput
        {...wiring}
        {...field}
        mono
        list={USED_ROLES}
        placeholder="arn:aws:iam::123456789012:role/AppUser"
        className="min-w-0 flex-1"
      />
      {iam && (
        <Button aria-label={`Choose ${label.toLowerCase()}`} onClick={() => setPicking(true)}>
          Choose
        </Button>
      )}
    </div>
  )
  return (
    <>
      {inRow ? (
        <RowField label={label} error={error}>
          {input}
        </RowField>
      ) : (
        <Field
          label={label}
          error={error}
          hint={
            <>
              {hint}
              {trust}
            </>
          }
        >
          {input}
        </Field>
      )}
      {inRow && trust && <p className="mt-1 text-xs">{trust}</p>}
      {picking && (
        <RolePicker
          label={label}
          users={users}
          onClose={() => setPicking(false)}
          onChoose={(arn) => {
            field.onChange(arn)
            setPicking(false)
          }}
        />
      )}
    </>
  )
}
