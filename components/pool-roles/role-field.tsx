'use client'

import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { Button } from '../ui/button.tsx'
import { Field, type FieldControl } from '../ui/field.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { RowField } from '../ui/row-field.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { TrustUse } from '#lib/iam-roles/trust-finding.ts'
import { roleName } from '#lib/roles/role-name.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { USED_ROLES, useRoleChoices } from './role-choices.tsx'
import { RoleTrust } from './role-trust.tsx'

const RolePicker = dynamic(() => import('./role-picker.tsx'), { ssr: false })

type RoleFieldProps = {
  name: 'authenticated' | 'unauthenticated' | `providers.${number}.rules.${number}.roleArn`
  label: string
  hint?: ReactNode
  users: TrustUse['users']
  /** Inside a rule: what is seen of the label. */
  caption?: string
}

/** A role's ARN: typed, taken from those in use, or chosen from IAM where that may be read. */
export function RoleField({ name, label, hint, users, caption }: RoleFieldProps) {
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
        placeholder="For example arn:aws:iam::123456789012:role/AppUser"
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
    <FindingPlace at={name}>
      {caption ? (
        <RowField label={label} caption={caption} error={error}>
          {input}
        </RowField>
      ) : (
        <Field
          label={label}
          error={error}
          hint={
            <>
              <ShortName arn={field.value} />
              {hint}
              {trust}
            </>
          }
        >
          {input}
        </Field>
      )}
      {caption && trust && <p className="mt-1 text-xs">{trust}</p>}
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
    </FindingPlace>
  )
}

/** The end of an ARN, of which a narrow field shows the beginning only. */
const ShortName = ({ arn }: { arn: string }) =>
  arn.includes('/') && (
    <span className="mb-0.5 block font-mono wrap-anywhere text-ink">
      <ForeignText text={roleName(arn)} />
    </span>
  )
