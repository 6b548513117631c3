'use client'

import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { bounds } from '#lib/core/limits.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { focusAfterRemoval } from '../focus-after-removal.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextSetting } from './text-setting.tsx'
import { UserPoolNameField } from './user-pool-name-field.tsx'

const blank = { providerName: '', clientId: '', serverSideTokenCheck: true }

/** User pools whose users may sign in, one entry for each app client. */
export function UserPoolFields() {
  const { control, register, getValues } = useFormContext<AccessSettings>()
  const { fields, append, remove } = useFieldArray({ control, name: 'userPools' })
  return (
    <Card className="space-y-4">
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="relative border-b border-line pb-4">
          <legend className="sr-only">User pool {index + 1}</legend>
          <IconButton
            label={`Remove user pool ${index + 1}`}
            icon={<X />}
            size="sm"
            className="absolute -top-2 right-0"
            onClick={({ currentTarget }) => {
              focusAfterRemoval(currentTarget)
              remove(index)
            }}
          />
          <div className="grid gap-4 pr-8 sm:grid-cols-[3fr_2fr]">
            <UserPoolNameField index={index} />
            <TextSetting name={`userPools.${index}.clientId`} label="App client ID" mono />
          </div>
          <FindingPlace at={`userPools.${index}.serverSideTokenCheck`} className="mt-3">
            <Checkbox
              label="Server-side token check"
              hint="The pool asks the user pool whether the user was deleted or signed out everywhere. Without it a token stays good until it expires."
              {...register(`userPools.${index}.serverSideTokenCheck`)}
              defaultChecked={getValues(`userPools.${index}.serverSideTokenCheck`)}
            />
          </FindingPlace>
        </fieldset>
      ))}
      <Button icon={<Plus />} disabled={fields.length >= bounds.userPools.max} onClick={() => append(blank)}>
        Add user pool
      </Button>
    </Card>
  )
}
