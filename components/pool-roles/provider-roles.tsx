'use client'

import { Shown } from '../ui/shown.tsx'
import type { ChangeEvent } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { FindingPlace } from '../finding-place/finding-place.tsx'
import { Callout } from '../ui/callout.tsx'
import { Card } from '../ui/card.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { loginProvider } from '#lib/login-providers/login-provider.ts'
import { asProviderName } from '#lib/login-providers/user-pool-name.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { RuleList } from './rule-list.tsx'

type ProviderRolesProps = {
  index: number
  provider: string
  /** The names that mappings of the pool's own providers have. */
  known: readonly string[]
}

/** How the users of one login provider get their role. */
export function ProviderRoles({ index, provider, known }: ProviderRolesProps) {
  const stale = !known.includes(provider)
  const { control } = useFormContext<RolesForm>()
  const { field, fieldState } = useController({ control, name: `providers.${index}.choice` })
  const ambiguous = useController({ control, name: `providers.${index}.ambiguous` })
  const choice = field.value
  const label = loginLabel(provider)
  const offersToken = loginProvider(provider).kind === 'user-pool' || choice === 'token'
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    field.onChange(event)
    if (event.target.value !== 'default' && ambiguous.field.value === '') ambiguous.field.onChange('Deny')
  }
  return (
    <Card>
      <fieldset className="min-w-0 space-y-4">
        <legend className="mb-3 max-w-full">
          <span className="block font-medium wrap-anywhere text-ink">
            <Shown>{label}</Shown>
          </span>
          {label !== provider && <span className="block font-mono text-xs wrap-anywhere text-soft">{provider}</span>}
        </legend>
        {stale && <StaleProvider provider={provider} known={known} />}
        <div className="grid gap-4 sm:grid-cols-2">
          <FindingPlace at={`providers.${index}.choice`}>
            <SelectField label="Role selection" error={fieldState.error?.message} {...field} onChange={choose}>
              <option value="default">{stale ? 'Remove this mapping' : 'Use default role'}</option>
              {offersToken && <option value="token">Choose role from token</option>}
              <option value="rules">Choose role with rules</option>
            </SelectField>
          </FindingPlace>
          {choice !== 'default' && (
            <FindingPlace at={`providers.${index}.ambiguous`}>
              <SelectField
                label={choice === 'token' ? 'If the token does not decide' : 'If no rule matches'}
                error={ambiguous.fieldState.error?.message}
                {...ambiguous.field}
              >
                <option value="" disabled>
                  Choose…
                </option>
                <option value="Deny">Deny</option>
                <option value="AuthenticatedRole">Use the authenticated role</option>
              </SelectField>
            </FindingPlace>
          )}
        </div>
        {choice === 'token' && (
          <p className="text-soft">
            The token’s cognito:preferred_role, else the only one of its cognito:roles. An app may ask for any of its
            cognito:roles.
          </p>
        )}
        {choice === 'rules' && <RuleList index={index} provider={provider} />}
      </fieldset>
    </Card>
  )
}

function StaleProvider({ provider, known }: Pick<ProviderRolesProps, 'provider' | 'known'>) {
  const named = asProviderName(provider)
  const { kind, clientId } = loginProvider(named)
  const bare = kind === 'user-pool' && clientId === null
  return (
    <Callout tone="warning" title="No login provider of this pool">
      {bare
        ? 'A user pool’s mapping ends with a colon and the app client’s id; this one has no effect.'
        : known.includes(named)
          ? `The pool knows this provider as ${named}, so this mapping has no effect: choose its role there, and remove this one.`
          : 'The pool no longer has this provider, so its mapping has no effect.'}{' '}
      The service may refuse to save roles while it is there.
    </Callout>
  )
}
