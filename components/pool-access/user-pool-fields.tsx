'use client'

import { Plus, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { AccountPlace } from '#lib/account-providers/queries.ts'
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

const UserPoolPicker = dynamic(() => import('../account-pickers/user-pool-picker.tsx'), { ssr: false })

/** What is chosen counts as typed. */
const TYPED = { shouldDirty: true, shouldTouch: true }

const blank = { providerName: '', clientId: '', serverSideTokenCheck: true }

/** User pools whose users may sign in, one entry for each app client. `place`: where they can be chosen, if anywhere. */
export function UserPoolFields({ place }: { place: AccountPlace | null }) {
  const { control, register, getValues, setValue } = useFormContext<AccessSettings>()
  const [picking, setPicking] = useState<number | null>(null)
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
          {place && (
            <Button
              size="sm"
              className="mt-2"
              aria-label={`Choose from this account: user pool ${index + 1}`}
              onClick={() => setPicking(index)}
            >
              Choose from this account
            </Button>
          )}
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
      {place && picking !== null && (
        <UserPoolPicker
          place={place}
          onClose={() => setPicking(null)}
          onChoose={({ userPoolId, clientId }) => {
            setValue(`userPools.${picking}.providerName`, userPoolId, TYPED)
            setValue(`userPools.${picking}.clientId`, clientId, TYPED)
            setPicking(null)
          }}
        />
      )}
    </Card>
  )
}
