'use client'

import { useEffect, useEffectEvent, useLayoutEffect } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { firstMistake } from '#components/pool-roles/first-mistake.ts'
import { ProviderRoles } from '#components/pool-roles/provider-roles.tsx'
import { RoleChoicesOf, usedRoles } from '#components/pool-roles/role-choices.tsx'
import { RoleField } from '#components/pool-roles/role-field.tsx'
import { useFieldFocus } from '#components/pool-roles/use-field-focus.ts'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { closedPool, providersOf } from '#lib/pool-creation/new-pool.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'
import { withSettings } from '#lib/pool-access/access-settings.ts'
import { mappingProviders } from '#lib/roles/mapping-providers.ts'
import { toRoleSettings } from '#lib/roles/roles-form.ts'

type RolesStepProps = {
  /** How often the step was not in order; each time the focus goes to its first mistake. */
  refused: number
}

/** The roles of a new pool: the two defaults, and how the users of each provider get another. */
export default function RolesStep({ refused }: RolesStepProps) {
  const { control, getValues, setValue } = useFormContext<NewPoolSettings>()
  const { errors } = useFormState({ control })
  const focusOn = useFieldFocus()
  const used = useWatch({ control, compute: (settings: NewPoolSettings) => usedRoles(toRoleSettings(settings)) })
  const providers = useWatch({
    control,
    compute: (settings: NewPoolSettings) => settings.providers.map(({ provider }) => provider),
  })
  const known = useWatch({
    control,
    compute: (settings: NewPoolSettings) => mappingProviders(withSettings(closedPool, settings)),
  })
  useLayoutEffect(() => setValue('providers', providersOf(getValues())), [getValues, setValue])
  const onRefused = useEffectEvent(() => {
    const first = firstMistake(errors)
    if (first) focusOn(first)
  })
  useEffect(() => {
    if (refused > 0) onRefused()
  }, [refused])
  return (
    <RoleChoicesOf used={used} iam={null}>
      <div className="space-y-8">
        <Card className="space-y-5">
          <RoleField
            name="authenticated"
            label="Authenticated role"
            hint="Users who signed in get it, unless their provider chooses another below. Its trust policy must accept this pool’s ID, which is known once the pool is made."
            users="authenticated"
          />
          <RoleField
            name="unauthenticated"
            label="Guest role"
            hint="The unauthenticated role. Needed only with guest access; give it as little as possible."
            users="unauthenticated"
          />
        </Card>
        {providers.length > 0 && (
          <Section title="Role by login provider" description="Developer identities always get the authenticated role.">
            <div className="space-y-3">
              {providers.map((provider, index) => (
                <ProviderRoles key={provider} index={index} provider={provider} known={known} />
              ))}
            </div>
          </Section>
        )}
      </div>
    </RoleChoicesOf>
  )
}
