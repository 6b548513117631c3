'use client'

import { isolated } from '#lib/core/isolated.ts'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { Section } from '#components/ui/section.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { evaluateRoleMapping } from '#lib/roles/evaluate-role-mapping.ts'
import { bareToken, readClaims } from '#lib/login-tokens/read-claims.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'
import { toRolesForm } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { useLadder } from '#components/pool-roles/ladder.ts'
import { useFieldFocus } from '#components/pool-roles/use-field-focus.ts'
import { SimulatedRole } from './simulated-role.tsx'
import { USED_ROLES } from '#components/pool-roles/role-choices.tsx'

const GUEST = 'guest'

type RoleSimulatorProps = {
  connectionId: string
  detail: Pool
  /** What the form would save. */
  roles: RoleSettings
}

/** Which role the form as it stands, saved or not, would give somebody. What is pasted stays in the browser. */
function RoleSimulator({ connectionId, detail, roles }: RoleSimulatorProps) {
  const providers = useMemo(() => toRolesForm(detail, roles).providers.map(({ provider }) => provider), [detail, roles])
  const [chosen, setChosen] = useState(providers[0] ?? GUEST)
  const [text, setText] = useState('')
  const [custom, setCustom] = useState('')
  const who = chosen === GUEST || providers.includes(chosen) ? chosen : (providers[0] ?? GUEST)
  const [asked, askedCustom] = [useDeferredValue(text), useDeferredValue(custom)]

  const reading = useMemo(() => readClaims(asked, providers), [asked, providers])
  const evaluation = useMemo(() => {
    const claims = reading.ok ? reading.claims : {}
    const user = { as: 'user' as const, provider: who, claims, customRoleArn: askedCustom.trim() || null }
    const settings = { allowUnauthenticated: detail.allowUnauthenticated, roles }
    return evaluateRoleMapping(settings, who === GUEST ? { as: 'guest' } : user)
  }, [detail, roles, who, reading, askedCustom])

  const { light } = useLadder()
  const lights = who !== GUEST && reading.ok && (asked.trim() !== '' || askedCustom.trim() !== '')
  useEffect(() => {
    light(lights ? { provider: who, verdicts: evaluation.rules.map(({ verdict }) => verdict) } : null)
    return () => light(null)
  }, [light, lights, who, evaluation])

  const { getValues } = useFormContext<RolesForm>()
  const focusOn = useFieldFocus()
  const onRule = useCallback(
    (at: number) => {
      const index = getValues('providers').findIndex(({ provider }) => provider === who)
      focusOn(`providers.${index}.rules.${at}.claim`)
    },
    [getValues, focusOn, who],
  )

  const paste = (next: string) => {
    setText(next)
    const pasted = readClaims(next, providers)
    if (pasted.ok && pasted.provider !== null) setChosen(pasted.provider)
  }

  return (
    <div id="simulator" className="lg:sticky lg:top-14 lg:-m-1 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:p-1">
      <Section title="Simulator">
        <Card className="space-y-4">
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
                    rows={4}
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
              onRule={onRule}
              provider={who}
              token={who !== GUEST && reading.ok && reading.token ? bareToken(asked) : null}
              pool={detail}
              connectionId={connectionId}
            />
          )}
        </Card>
      </Section>
    </div>
  )
}

export default memo(RoleSimulator)
