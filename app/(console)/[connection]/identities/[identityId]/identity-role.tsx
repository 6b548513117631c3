'use client'

import { useQuery } from '@tanstack/react-query'
import { FailureState } from '#components/failure-state.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Identity } from '#lib/identities/identity.ts'
import { rolesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { identityRoles } from '#lib/roles/identity-roles.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { LoginRoleItem } from './login-role-item.tsx'

type IdentityRoleProps = { identity: Identity; connectionId: string; pool: PoolRef | null }

/** Which role the identity would get now and why, as far as the pool's configuration decides it. */
export function IdentityRole({ identity, connectionId, pool }: IdentityRoleProps) {
  const asked = pool ?? { connectionId, poolId: '' }
  const disabled = identity.state === 'disabled'
  const enabled = pool !== null && !disabled
  const detail = useQuery({ ...poolDetailOfRow(asked), enabled })
  const roles = useQuery({ ...poolRoles(asked), enabled })
  const failed = [detail, roles].find(({ error, failureReason }) => error ?? failureReason)
  const cases = detail.data && roles.data ? identityRoles(identity, detail.data, roles.data) : null
  const open = cases?.some(({ possible }) => possible.length > 0) ?? false
  return (
    <Section
      title="Role"
      actions={
        pool &&
        open && (
          <ButtonLink size="sm" href={rolesPath(pool)}>
            Try claims in the simulator
          </ButtonLink>
        )
      }
    >
      <Card flush={failed !== undefined}>
        {disabled ? (
          <p className="text-soft">None: a disabled identity gets no credentials.</p>
        ) : pool === null ? (
          <p className="text-soft">
            The pool’s configuration decides it, and the pool is not known: choose it under State.
          </p>
        ) : failed ? (
          <FailureState
            title="What decides the role could not be read"
            error={failed.error ?? failed.failureReason}
            retrying={failed.isFetching}
            onRetry={() => void failed.refetch()}
            compact
          />
        ) : cases ? (
          <>
            <ul className="divide-y divide-line">
              {cases.map((loginRole) => (
                <LoginRoleItem key={loginRole.key} loginRole={loginRole} named={cases.length > 1 || open} />
              ))}
            </ul>
            {detail.data && detail.data.classicFlow !== 'off' && (
              <p className="mt-3 text-soft">
                The pool also answers the basic (classic) flow, in which the app itself names the role.
              </p>
            )}
          </>
        ) : (
          <Skeleton className="h-16 w-full" />
        )}
      </Card>
    </Section>
  )
}
