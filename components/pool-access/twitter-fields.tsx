'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import { MASKED } from '#lib/login-providers/provider-secrets.ts'
import { TextSetting } from './text-setting.tsx'

/** Twitter's consumer key and its secret, which is written and never shown. */
export function TwitterFields() {
  const { control } = useFormContext<AccessSettings>()
  const { keptKey, consumerKey } = useWatch({ control, name: 'twitter' })
  const kept = keptKey !== '' && keptKey === consumerKey
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextSetting
        name="twitter.consumerKey"
        label="Twitter consumer key"
        hint="Leave empty to have no Twitter login."
        optional
        mono
      />
      <TextSetting
        name="twitter.consumerSecret"
        label="Twitter consumer secret"
        hint={
          kept
            ? 'A secret is set and never shown. Leave empty to keep it, or type another one.'
            : 'Never shown again once it is saved.'
        }
        optional={kept || consumerKey === ''}
        mono
        type="password"
        autoComplete="new-password"
        placeholder={kept ? MASKED : undefined}
      />
    </div>
  )
}
