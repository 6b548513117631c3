'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useReviewedSave } from '#components/save/use-reviewed-save.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { diffFacts } from '#lib/facts/facts.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolDetail, poolKeys } from '#lib/pools/queries.ts'
import type { PoolRoles, RoleSettings } from '#lib/roles/pool-roles.ts'
import { poolRoles, saveRoles } from '#lib/roles/queries.ts'
import { roleFacts } from '#lib/roles/role-facts.ts'
import { rebaseRoles } from '#lib/roles/rebase-roles.ts'
import { toRolesForm } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'

/** A pool's providers decide which roles there are to set. */
export type PoolWithRoles = { detail: Pool; roles: PoolRoles }

type RolesReview = { pool: PoolRef; latest: PoolWithRoles; mine: RoleSettings; show: (form: RolesForm) => void }

/** The review of what the role editor changes. */
export function useRolesReview({ pool, latest, mine, show }: RolesReview) {
  const client = useQueryClient()
  const changesOf = (before: RoleSettings, after: RoleSettings) => diffFacts(roleFacts(before), roleFacts(after))
  return useReviewedSave<PoolWithRoles, RoleSettings>({
    latest,
    mine,
    changes: (base, settings) => changesOf(base.roles, settings),
    theirs: (base, present) => changesOf(base.roles, present.roles),
    rebase: (base, settings, present, pick) => rebaseRoles(base.roles, settings, present.roles, pick),
    toMine: ({ roles }) => roles,
    show: (settings, { detail }) => show(toRolesForm(detail, settings)),
    async save({ base: { detail, roles }, mine: settings, operationId }) {
      const { value, untaken } = await saveRoles(pool, client, {
        seen: roles.fingerprint,
        roles: settings,
        operationId,
      })
      return { value: value && { detail, roles: value }, untaken }
    },
    async read() {
      const detail = await client.query({ ...poolDetail(pool), staleTime: 0 })
      return { detail, roles: await client.query({ ...poolRoles(pool), staleTime: 0 }) }
    },
    refresh: () => void client.invalidateQueries({ queryKey: poolKeys.detail(pool) }),
    said: () => 'Roles saved',
    undo: pool,
  })
}
