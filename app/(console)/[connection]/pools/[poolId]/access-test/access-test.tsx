'use client'

import type { PoolRef } from '#lib/core/refs.ts'
import { PoolWithRoles } from '../pool-with-roles.tsx'
import { TestBench } from './test-bench.tsx'

/** The test once the pool's providers and roles are known. `identityId`: an identity to begin with, or nothing. */
export function AccessTest({ pool, identityId }: { pool: PoolRef; identityId: string }) {
  return (
    <PoolWithRoles pool={pool}>
      {(detail, roles) => <TestBench pool={pool} detail={detail} roles={roles} identityId={identityId} />}
    </PoolWithRoles>
  )
}
