'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { BehindNotice } from '#components/save/behind-notice.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/section.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { mappingProviders } from '#lib/roles/mapping-providers.ts'
import { toRoleSettings, toRolesForm } from '#lib/roles/roles-form.ts'
import { rolesFormSchema, type RolesForm } from '#lib/roles/schema.ts'
import { ProviderRoles } from './provider-roles.tsx'
import { IamNote } from './iam-note.tsx'
import { RoleChoicesProvider } from './role-choices.tsx'
import { RoleField } from './role-field.tsx'
import { RolesSave } from './roles-save.tsx'
import { RoleSimulator } from './role-simulator.tsx'
import { useRemedy } from './use-remedy.ts'
import { useRolesReview, type PoolWithRoles } from './use-roles-review.ts'

type RolesEditorProps = PoolWithRoles & { pool: PoolRef; remedy: Remedy | null }

/** The roles of a pool as one form. What it started from stays until the operator takes over a change. */
export function RolesEditor({ pool, remedy, ...latest }: RolesEditorProps) {
  const form = useForm<RolesForm>({
    resolver: zodResolver(rolesFormSchema),
    mode: 'onTouched',
    defaultValues: toRolesForm(latest.detail, latest.roles),
  })
  const mine = useWatch({ control: form.control, compute: toRoleSettings })
  const review = useRolesReview({ pool, latest, mine, show: form.reset })
  const { detail, roles } = review.base
  const hydrated = useHydrated()
  useRemedy(form, hydrated ? remedy : null)
  const providers = useWatch({ control: form.control, name: 'providers' })
  const known = mappingProviders(detail)
  return (
    <FormProvider {...form}>
      <RoleChoicesProvider pool={pool} detail={detail} roles={roles}>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <form noValidate className="min-w-0" onSubmit={(event) => event.preventDefault()}>
            <BehindNotice review={review} />
            <fieldset disabled={!hydrated || review.unread} className="min-w-0 space-y-6">
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
                    <ProviderRoles key={provider} index={index} provider={provider} known={known} />
                  ))}
                  {providers.length === 0 && (
                    <Card>
                      <EmptyState title="This pool has no login providers" />
                    </Card>
                  )}
                </div>
              </Section>
            </fieldset>
            <RolesSave pool={pool} review={review} mine={mine} />
          </form>
          <RoleSimulator detail={detail} />
        </div>
      </RoleChoicesProvider>
    </FormProvider>
  )
}
