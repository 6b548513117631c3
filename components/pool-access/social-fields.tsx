'use client'

import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { DIGITS } from '#lib/login-providers/provider-secrets.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'

const known: Record<string, { label: string; hint: string }> = {
  'accounts.google.com': {
    label: 'Google client ID',
    hint: 'An OAuth client ID of Google Cloud. Apps send Google’s ID token.',
  },
  'appleid.apple.com': {
    label: 'Apple services ID',
    hint: 'A services ID, or the bundle ID of a native app. Apps send Apple’s ID token.',
  },
  'graph.facebook.com': {
    label: 'Facebook app ID',
    hint: 'Apps send Facebook’s access token. Rules see the claims iss, aud and sub only.',
  },
  'www.amazon.com': { label: 'Amazon app ID', hint: 'An ID of Login with Amazon. Apps send Amazon’s access token.' },
}

/** Social logins that need no more than an app id; an empty field is a login that the pool does not have. */
export function SocialFields() {
  const { control, register, setValue } = useFormContext<AccessSettings>()
  const { errors } = useFormState({ control, name: 'loginProviders' })
  const providers = useWatch({ control, name: 'loginProviders' })
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {providers.map(({ name, value }, index) => {
        const field = known[name]
        const path = `loginProviders.${index}.value` as const
        if (name === DIGITS) {
          return (
            <RetiredProvider
              key={name}
              kept={value !== ''}
              onRemove={() => setValue(path, '', { shouldDirty: true })}
            />
          )
        }
        return (
          <Field
            key={name}
            label={field?.label ?? `App ID at ${name}`}
            hint={field?.hint ?? 'A provider that this console has no more help for. Leave empty to remove it.'}
            optional
            error={errors.loginProviders?.[index]?.value?.message}
          >
            {(control) => <TextInput {...control} mono {...register(path)} />}
          </Field>
        )
      })}
    </div>
  )
}

function RetiredProvider({ kept, onRemove }: { kept: boolean; onRemove: () => void }) {
  if (!kept) return null
  return (
    <div role="group" aria-label={loginLabel(DIGITS)}>
      <p className="mb-1.5 flex items-center gap-2 font-medium">
        Digits <Badge tone="warning">Retired</Badge>
      </p>
      <p className="mb-2 text-xs text-soft">
        Twitter ended Digits: nobody can sign in through it any more. What the pool has of it is kept until you remove
        it.
      </p>
      <Button size="sm" onClick={onRemove}>
        Remove Digits
      </Button>
    </div>
  )
}
