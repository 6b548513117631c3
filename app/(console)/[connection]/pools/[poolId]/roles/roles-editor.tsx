'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/section.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { mappingProviders } from '#lib/roles/mapping-providers.ts'
import type { PoolRoles } from '#lib/roles/pool-roles.ts'
import { toRolesForm, type RolesForm } from '#lib/roles/roles-form.ts'
import { rolesFormSchema } from '#lib/roles/schema.ts'
import { ProviderRoles } from './provider-roles.tsx'
import { IamNote } from './iam-note.tsx'
import { RoleChoicesProvider } from './role-choices.tsx'
import { RoleField } from './role-field.tsx'
import { RolesSave } from './roles-save.tsx'
import { RoleSimulator } from './role-simulator.tsx'
import { useLatest } from './use-latest.ts'
import { useRemedy } from './use-remedy.ts'

type Present = { detail: Pool; roles: PoolRoles }
type RolesEditorProps = Present & { pool: PoolRef; remedy: Remedy | null }

/** The roles of a pool as one form. What it started from stays as it was while there are changes on it. */
export function RolesEditor({ pool, remedy, ...present }: RolesEditorProps) {
  const [held, setHeld] = useState<Present | null>(null)
  const { detail, roles } = held ?? present
  const values = toRolesForm(detail, roles)
  const form = useForm<RolesForm>({
    resolver: zodResolver(rolesFormSchema),
    mode: 'onTouched',
    defaultValues: values,
  })
  const { isDirty } = form.formState
  if (isDirty !== (held !== null)) setHeld(isDirty ? { detail, roles } : null)

  const hydrated = useHydrated()
  useLatest(form, values)
  useRemedy(form, hydrated ? remedy : null)
  const providers = useWatch({ control: form.control, name: 'providers' })
  const known = mappingProviders(detail)
  return (
    <FormProvider {...form}>
      <RoleChoicesProvider pool={pool} roles={roles}>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <form noValidate className="min-w-0" onSubmit={(event) => event.preventDefault()}>
            <fieldset disabled={!hydrated} className="min-w-0 space-y-6">
              <Section title="Default roles" description={<IamNote />}>
                <Card className="space-y-4">
                  <RoleField
                    name="authenticated"
                    label="Authenticated role"
                    hint="Users who signed in get it, unless their provider chooses another below."
                    users="authenticated"
                  />
                  <RoleField
                    name="unauthenticated"
                    label="Guest role"
                    hint={
                      detail.allowUnauthenticated
                        ? 'The unauthenticated role: anyone gets it, without signing in.'
                        : 'The unauthenticated role. Guest access is off, so nobody gets it.'
                    }
                    users="unauthenticated"
                  />
                </Card>
              </Section>
              <Section
                title="Role by login provider"
                description="Developer identities always get the authenticated role."
              >
                <div className="space-y-3">
                  {providers.map(({ provider }, index) => (
                    <ProviderRoles key={provider} index={index} provider={provider} stale={!known.includes(provider)} />
                  ))}
                  {providers.length === 0 && (
                    <Card>
                      <EmptyState title="This pool has no login providers" />
                    </Card>
                  )}
                </div>
              </Section>
            </fieldset>
            <RolesSave pool={pool} detail={detail} base={roles} />
          </form>
          <RoleSimulator detail={detail} />
        </div>
      </RoleChoicesProvider>
    </FormProvider>
  )
}
