'use client'

import { useContext } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { loginProvider } from '#lib/login-providers/login-provider.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { FindingContext } from '../finding-place/finding-context.ts'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { TextSetting } from './text-setting.tsx'

/** Social logins that need no more than an app id; an empty field is a login that the pool does not have. */
export function SocialFields() {
  const { control, setValue } = useFormContext<AccessSettings>()
  const providers = useWatch({ control, name: 'loginProviders' })
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {providers.map(({ name, value }, index) => {
        const { appId, label, retired } = loginProvider(name)
        const path = `loginProviders.${index}.value` as const
        if (retired) {
          return (
            <RetiredProvider
              key={name}
              label={label}
              at={path}
              kept={value !== ''}
              onRemove={() => setValue(path, '', { shouldDirty: true })}
            />
          )
        }
        return (
          <TextSetting
            key={name}
            name={path}
            label={appId?.label ?? `App ID at ${name}`}
            hint={appId?.hint ?? 'A provider that this console has no more help for. Leave empty to remove it.'}
            optional
            mono
          />
        )
      })}
    </div>
  )
}

type RetiredProviderProps = { label: string; at: string; kept: boolean; onRemove: () => void }

function RetiredProvider({ label, at, kept, onRemove }: RetiredProviderProps) {
  const { place } = useContext(FindingContext)
  if (!kept && place !== at) return null
  return (
    <FindingPlace at={at}>
      <div role="group" aria-label={label}>
        <p className="mb-1.5 flex items-center gap-2 font-medium">
          {label} <Badge tone="warning">Retired</Badge>
        </p>
        <p className="mb-2 text-xs text-soft">
          {label} was shut down: nobody can sign in through it any more. What the pool has of it is kept until it is
          removed.
        </p>
        {kept && (
          <Button size="sm" onClick={onRemove}>
            Remove {label}
          </Button>
        )}
      </div>
    </FindingPlace>
  )
}
