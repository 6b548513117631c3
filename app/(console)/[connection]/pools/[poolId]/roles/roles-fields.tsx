import { memo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { Section } from '#components/ui/section.tsx'
import { TrustDisclosure } from '#components/trust-policy/trust-disclosure.tsx'
import { accessPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { mappingProviders } from '#lib/roles/mapping-providers.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { IamNote } from './iam-note.tsx'
import { ProviderRoles } from '#components/pool-roles/provider-roles.tsx'
import { RoleChoicesProvider } from './role-choices-provider.tsx'
import { RoleField } from '#components/pool-roles/role-field.tsx'

type RolesFieldsProps = { pool: PoolRef; detail: Pool; roles: RoleSettings; disabled: boolean }

/** All fields of the form; drawn anew only when what it started from is another. */
export const RolesFields = memo(function RolesFields({ pool, detail, roles, disabled }: RolesFieldsProps) {
  const { control } = useFormContext<RolesForm>()
  const providers = useWatch({
    control,
    name: 'providers',
    compute: (providers: RolesForm['providers']) => providers.map(({ provider }) => provider),
  })
  const known = mappingProviders(detail)
  return (
    <RoleChoicesProvider pool={pool} detail={detail} roles={roles}>
      <LiveFieldset disabled={disabled} className="min-w-0 space-y-6">
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
            <TrustDisclosure pool={pool} roleArn={null} />
          </Card>
        </Section>
        <Section
          title="Role by login provider"
          description="Developer identities always get the authenticated role."
          actions={
            <a href="#simulator" className="rounded-sm text-accent-ink hover:underline lg:hidden">
              To the simulator
            </a>
          }
        >
          <div className="space-y-3">
            {providers.map((provider, index) => (
              <ProviderRoles key={provider} index={index} provider={provider} known={known} />
            ))}
            {providers.length === 0 && (
              <Card>
                <EmptyState
                  title="This pool has no login providers"
                  action={<ButtonLink href={accessPath(pool)}>Open Access</ButtonLink>}
                />
              </Card>
            )}
          </div>
        </Section>
      </LiveFieldset>
    </RoleChoicesProvider>
  )
})
