'use client'

import { Shown } from '../ui/shown.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { startEdit, withSettings } from '#lib/pool-access/access-settings.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { taggedProviders, untaggedProviders, type ProviderTags } from '#lib/principal-tags/principal-tags.ts'
import { Button } from '../ui/button.tsx'
import { PrincipalTagEditor } from './principal-tag-editor.tsx'

type PrincipalTagFieldsProps = {
  pool: Pool
  /** What the pool's own providers have; null while that is not known, and then they cannot be edited. */
  present: ProviderTags[] | null
}

/** The attributes for access control of every provider that the form has now. */
export function PrincipalTagFields({ pool, present }: PrincipalTagFieldsProps) {
  const { control } = useFormContext<AccessSettings>()
  const { fields, append, remove } = useFieldArray({ control, name: 'principalTags' })
  const providers = useWatch({
    control,
    compute: (settings: AccessSettings) => taggedProviders(withSettings(pool, settings)).filter((name) => name !== ''),
  })
  const untagged = useWatch({
    control,
    compute: (settings: AccessSettings) => untaggedProviders(withSettings(pool, settings)),
  })
  const own = taggedProviders(pool)
  if (providers.length + untagged.length === 0)
    return <p className="text-soft">Add a login provider first: principal tags are set for each one.</p>
  return (
    <ul aria-label="Principal tags" className="divide-y divide-line">
      {providers.map((provider) => {
        const label = isolated(loginLabel(provider))
        const index = fields.findIndex((edit) => edit.provider === provider)
        const before = present?.find((tags) => tags.provider === provider) ?? null
        const unknown = before === null && own.includes(provider)
        return (
          <li key={provider} className="py-3 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="min-w-0 font-medium wrap-anywhere">
                <Shown>{label}</Shown>
              </span>
              <span className="min-w-0 flex-1 wrap-anywhere text-soft">
                <Shown>{index === -1 ? (unknown ? 'Not known' : summary(before)) : ''}</Shown>
              </span>
              {index === -1 ? (
                <Button
                  size="sm"
                  disabled={unknown}
                  aria-label={`Edit principal tags of ${label}`}
                  onClick={() => append(startEdit(provider, before), { shouldFocus: false })}
                >
                  Edit
                </Button>
              ) : (
                <Button size="sm" aria-label={`Undo principal tags of ${label}`} onClick={() => remove(index)}>
                  Undo
                </Button>
              )}
            </div>
            {index !== -1 && <PrincipalTagEditor key={fields[index]?.id} index={index} label={label} />}
          </li>
        )
      })}
      {untagged.map((provider) => (
        <li key={provider} className="py-3 wrap-anywhere last:pb-0">
          <span className="font-medium">
            <Shown>{isolated(loginLabel(provider))}</Shown>
          </span>{' '}
          <span className="text-soft">AWS keeps no principal tags for a name this long.</span>
        </li>
      ))}
    </ul>
  )
}

function summary(tags: ProviderTags | null): string {
  if (tags?.useDefaults) return 'Default mapping: client from aud, username from sub'
  const pairs = Object.entries(tags?.tags ?? {}).map(([key, claim]) => `${isolated(key)} from ${isolated(claim)}`)
  return pairs.length === 0 ? 'None' : pairs.join(', ')
}
