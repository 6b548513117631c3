'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Identity } from '#lib/identities/identity.ts'
import { reachOfIdentityPath, rolesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { identityRoles, type LoginRole } from '#lib/roles/identity-roles.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { LoginRoleItem } from './login-role-item.tsx'

const TITLE = 'What decides the role could not be read'

type IdentityRoleProps = { identity: Identity; connectionId: string; pool: PoolRef | null }

/** Which role the identity would get now and why, as far as the pool's configuration decides it. */
export default function IdentityRole({ identity, connectionId, pool }: IdentityRoleProps) {
  const asked = pool ?? { connectionId, poolId: '' }
  const disabled = identity.state === 'disabled'
  const enabled = pool !== null && !disabled
  const detail = useQuery({ ...poolDetailOfRow(asked), enabled })
  const roles = useQuery({ ...poolRoles(asked), enabled })
  return (
    <Section
      title="Role"
      actions={
        pool &&
        enabled && (
          <>
            {detail.data && roles.data && isOpen(identityRoles(identity, detail.data, roles.data)) && (
              <ButtonLink size="sm" href={rolesPath(pool)}>
                Try claims in the simulator
              </ButtonLink>
            )}
            <ButtonLink size="sm" href={reachOfIdentityPath(pool, identity.identityId)}>
              What may it do?
            </ButtonLink>
          </>
        )
      }
    >
      {enabled ? (
        <Loaded query={detail} title={TITLE} skeleton="h-24">
          {(known) => (
            <Loaded query={roles} title={TITLE} skeleton="h-24">
              {(mapping) => <Roles cases={identityRoles(identity, known, mapping)} classicFlow={known.classicFlow} />}
            </Loaded>
          )}
        </Loaded>
      ) : (
        <Card>
          <p className="text-soft">
            {disabled
              ? 'None: a disabled identity gets no credentials.'
              : 'The pool’s configuration decides it, and the pool is not known: choose it under State.'}
          </p>
        </Card>
      )}
    </Section>
  )
}

const isOpen = (cases: readonly LoginRole[]) => cases.some(({ possible }) => possible.length > 0)

function Roles({ cases, classicFlow }: { cases: readonly LoginRole[]; classicFlow: Pool['classicFlow'] }) {
  return (
    <Card>
      <ul className="divide-y divide-line">
        {cases.map((loginRole) => (
          <LoginRoleItem key={loginRole.key} loginRole={loginRole} named={cases.length > 1 || isOpen(cases)} />
        ))}
      </ul>
      {classicFlow !== 'off' && (
        <p className="mt-3 text-soft">
          The pool also answers the basic (classic) flow, in which the app itself names the role.
        </p>
      )}
    </Card>
  )
}
