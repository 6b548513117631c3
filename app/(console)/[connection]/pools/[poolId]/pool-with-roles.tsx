'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loaded } from '#components/loaded.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import type { PoolRoles } from '#lib/roles/pool-roles.ts'
import { poolRoles } from '#lib/roles/queries.ts'

type PoolWithRolesProps = { pool: PoolRef; children: (detail: Pool, roles: PoolRoles) => ReactNode }

/** Draws its children once a pool's configuration and roles are read. A failed configuration stands above the tabs. */
export function PoolWithRoles({ pool, children }: PoolWithRolesProps) {
  const detail = useQuery(poolDetail(pool))
  const roles = useQuery(poolRoles(pool))
  return (
    <Loaded query={detail} skeleton="h-96">
      {(detail) => (
        <Loaded query={roles} title="The roles could not be read" skeleton="h-96">
          {(roles) => children(detail, roles)}
        </Loaded>
      )}
    </Loaded>
  )
}
