'use client'

import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { PoolWithRoles } from '../pool-with-roles.tsx'
import { RolesEditor } from './roles-editor.tsx'

/** The role editor once both the pool's providers and its roles are known. */
export function RolesPanel({ pool, remedy }: { pool: PoolRef; remedy: Remedy | null }) {
  return (
    <PoolWithRoles pool={pool}>
      {(detail, roles) => <RolesEditor pool={pool} remedy={remedy} detail={detail} roles={roles} />}
    </PoolWithRoles>
  )
}
