'use client'

import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { bounds } from '#lib/core/limits.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { registered } from '../registered.ts'
import { focusAfterRemoval } from '../focus-after-removal.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { RowField } from '../ui/row-field.tsx'
import { RowHeads } from '../ui/row-heads.tsx'
import { SelectInput } from '../ui/select-input.tsx'
import { TextInput } from '../ui/text-input.tsx'

type PrincipalTagEditorProps = {
  index: number
  /** The provider as people say it. */
  label: string
}

/** The edited principal tags of one provider, at `principalTags[index]` of the form around it. */
export function PrincipalTagEditor({ index, label }: PrincipalTagEditorProps) {
  const form = useFormContext<AccessSettings>()
  const { control } = form
  const { errors } = useFormState({ control, name: `principalTags.${index}` })
  const { fields, append, remove } = useFieldArray({ control, name: `principalTags.${index}.rows` })
  const mode = useWatch({ control, name: `principalTags.${index}.mode` })
  const wrong = errors.principalTags?.[index]
  return (
    <div className="mt-2 space-y-3">
      <Field label={`Principal tags of ${label}`} error={wrong?.mode?.message}>
        {(field) => (
          <SelectInput {...field} className="max-w-xs" {...registered(form, `principalTags.${index}.mode`)}>
            <option value="none">None</option>
            <option value="defaults">Default mapping</option>
            <option value="custom">Custom mapping</option>
          </SelectInput>
        )}
      </Field>
      {mode === 'defaults' && (
        <p className="text-xs text-soft">The tag client takes the claim aud, the tag username the claim sub.</p>
      )}
      {mode === 'custom' && (
        <div className="space-y-2">
          {fields.length > 0 && <RowHeads heads={['Tag', 'Claim']} />}
          {fields.map(({ id }, row) => (
            <div key={id} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
              <RowField label={`Tag ${row + 1} of ${label}`} error={wrong?.rows?.[row]?.key?.message}>
                {(field) => <TextInput {...field} {...registered(form, `principalTags.${index}.rows.${row}.key`)} />}
              </RowField>
              <RowField label={`Claim of tag ${row + 1} of ${label}`} error={wrong?.rows?.[row]?.claim?.message}>
                {(field) => (
                  <TextInput {...field} mono {...registered(form, `principalTags.${index}.rows.${row}.claim`)} />
                )}
              </RowField>
              <IconButton
                label={`Remove tag ${row + 1} of ${label}`}
                icon={<X />}
                onClick={({ currentTarget }) => {
                  focusAfterRemoval(currentTarget)
                  remove(row)
                }}
              />
            </div>
          ))}
          <Button
            size="sm"
            icon={<Plus />}
            disabled={fields.length >= bounds.principalTags.max}
            onClick={() => append({ key: '', claim: '' })}
          >
            Add tag of {label}
          </Button>
        </div>
      )}
    </div>
  )
}
