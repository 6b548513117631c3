'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { RoleChoicesOf, usedRoles } from '#components/pool-roles/role-choices.tsx'
import { consoleSession } from '#lib/connections/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { iamRoles } from '#lib/iam-roles/queries.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { providersNamed } from '#lib/pools/providers-named.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'

type RoleChoicesProviderProps = { pool: PoolRef; detail: Pool; roles: RoleSettings; children: ReactNode }

/** Fields that offer the roles which the pool uses, and those of IAM where the connection reads it. */
export function RoleChoicesProvider({ pool, detail, roles, children }: RoleChoicesProviderProps) {
  const session = useQuery(consoleSession())
  const readsIam = session.data?.connections.find(({ id }) => id === pool.connectionId)?.readsIam ?? false
  const iam = useQuery({ ...iamRoles(pool, [...providersNamed(detail)]), enabled: readsIam })
  return (
    <RoleChoicesOf used={usedRoles(roles)} iam={readsIam ? iam : null}>
      {children}
    </RoleChoicesOf>
  )
}
