'use client'

import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { bounds } from '#lib/core/limits.ts'
import type { TagRows } from '#lib/pools/tag-rows.ts'
import { registered } from './registered.ts'
import { focusAfterRemoval } from './focus-after-removal.ts'
import { Button } from './ui/button.tsx'
import { IconButton } from './ui/icon-button.tsx'
import { RowField } from './ui/row-field.tsx'
import { RowHeads } from './ui/row-heads.tsx'
import { TextInput } from './ui/text-input.tsx'

/** Rows of tags under `tags` in the form around it. */
export function TagFields() {
  const form = useFormContext<{ tags: TagRows }>()
  const { control } = form
  const { errors } = useFormState({ control })
  const { fields, append, remove } = useFieldArray({ control, name: 'tags' })
  return (
    <div>
      {fields.length > 0 && (
        <>
          <RowHeads heads={['Key', 'Value']} />
          <ol aria-label="Tags" className="mb-3 space-y-2">
            {fields.map(({ id }, index) => (
              <li key={id} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
                <RowField label={`Key of tag ${index + 1}`} error={errors.tags?.[index]?.key?.message}>
                  {(field) => <TextInput {...field} {...registered(form, `tags.${index}.key`)} />}
                </RowField>
                <RowField label={`Value of tag ${index + 1}`} error={errors.tags?.[index]?.value?.message}>
                  {(field) => <TextInput {...field} {...registered(form, `tags.${index}.value`)} />}
                </RowField>
                <IconButton
                  label={`Remove tag ${index + 1}`}
                  icon={<X />}

                  onClick={({ currentTarget }) => {
                    focusAfterRemoval(currentTarget)
                    remove(index)
                  }}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          icon={<Plus />}
          disabled={fields.length >= bounds.tags.max}
          onClick={() => append({ key: '', value: '' })}
        >
          Add tag
        </Button>
        <p className="text-xs text-soft">
          {fields.length} of {bounds.tags.max}
        </p>
      </div>
    </div>
  )
}
