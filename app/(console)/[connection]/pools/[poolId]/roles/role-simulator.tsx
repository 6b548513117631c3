'use client'

import { isolated } from '#lib/core/isolated.ts'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { Section } from '#components/ui/section.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { evaluateRoleMapping } from '#lib/roles/evaluate-role-mapping.ts'
import { readClaims } from '#lib/login-tokens/read-claims.ts'
import { toRoleSettings } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { SimulatedRole } from './simulated-role.tsx'
import { USED_ROLES } from './role-choices.tsx'

const GUEST = 'guest'

/** Which role the form as it stands, saved or not, would give somebody. What is pasted stays in the browser. */
export function RoleSimulator({ detail }: { detail: Pool }) {
  const { control } = useFormContext<RolesForm>()
  const form = useWatch({ control }) as RolesForm
  const providers = form.providers.map(({ provider }) => provider)
  const [chosen, setChosen] = useState(providers[0] ?? GUEST)
  const [text, setText] = useState('')
  const [custom, setCustom] = useState('')
  const hydrated = useHydrated()
  const who = chosen === GUEST || providers.includes(chosen) ? chosen : (providers[0] ?? GUEST)

  const reading = readClaims(text, providers)
  const roles = toRoleSettings(form)
  const caller =
    who === GUEST
      ? { as: 'guest' as const }
      : {
          as: 'user' as const,
          provider: who,
          claims: reading.ok ? reading.claims : {},
          customRoleArn: custom.trim() || null,
        }
  const evaluation = evaluateRoleMapping({ allowUnauthenticated: detail.allowUnauthenticated, roles }, caller)

  const paste = (next: string) => {
    setText(next)
    const pasted = readClaims(next, providers)
    if (pasted.ok && pasted.provider !== null) setChosen(pasted.provider)
  }

  return (
    <Section title="Simulator" className="lg:sticky lg:top-16">
      <Card>
        <fieldset disabled={!hydrated} className="min-w-0 space-y-4">
          <p className="text-soft">Shows the role that the form as it stands gives, saved or not.</p>
          <SelectField label="Who signs in" value={who} onChange={(event) => setChosen(event.target.value)}>
            {providers.map((provider) => (
              <option key={provider} value={provider}>
                {isolated(loginLabel(provider))}
              </option>
            ))}
            <option value={GUEST}>A guest</option>
          </SelectField>
          {who !== GUEST && (
            <>
              <Field
                label="Claims or ID token"
                optional
                error={reading.ok ? undefined : reading.message}
                hint="Read in this browser and never sent. A token’s signature is not checked."
              >
                {(input) => (
                  <Textarea
                    {...input}
                    mono
                    rows={6}
                    placeholder={'{ "custom:team": "blue" }'}
                    value={text}
                    onChange={(event) => paste(event.target.value)}
                  />
                )}
              </Field>
              <TextField
                label="Custom role ARN"
                optional
                hint="What an app sends as CustomRoleArn."
                mono
                list={USED_ROLES}
                value={custom}
                onChange={(event) => setCustom(event.target.value)}
              />
            </>
          )}
          {(who === GUEST || reading.ok) && (
            <SimulatedRole
              evaluation={evaluation}
              rules={roles.mappings.find(({ provider }) => provider === who)?.rules ?? []}
              token={who !== GUEST && reading.ok && reading.token ? { provider: who, claims: reading.claims } : null}
            />
          )}
        </fieldset>
      </Card>
    </Section>
  )
}
