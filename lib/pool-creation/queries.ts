import { mutationOptions } from '@tanstack/react-query'
import { editedTags } from '../pool-access/access-settings.ts'
import { createIdentityPool } from '../pools/actions.ts'
import type { Pool } from '../pools/pool.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { unwrap } from '../core/result.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import { ROLES_STEP, tagsStep } from './creation-steps.ts'
import { plannedRoles, plannedTags, toNewPool } from './new-pool.ts'
import type { NewPoolSettings } from './schema.ts'

type Creation = {
  settings: NewPoolSettings
  /** The pool when an earlier attempt made it; it is not made twice. */
  made: Pool | null
  /** The keys of later steps that an earlier attempt did. */
  done: readonly string[]
  onMade: (pool: Pool) => void
  onDone: (step: string) => void
}

/** Makes the pool, then its roles, then principal tags, and stops at the first failure; called again it goes on there. */
export const poolCreation = (connectionId: string) =>
  mutationOptions({
    mutationFn: async ({ settings, made, done, onMade, onDone }: Creation) => {
      const created = made ?? (await unwrap(createIdentityPool({ ...toNewPool(settings), connectionId })))
      if (!made) onMade(created)
      const pool = { connectionId, poolId: created.poolId }
      const roles = plannedRoles(settings)
      if (roles && !done.includes(ROLES_STEP)) {
        const { fingerprint: seen } = await unwrap(getIdentityPoolRoles({ pool }))
        await unwrap(setIdentityPoolRoles({ pool, seen, roles }))
        onDone(ROLES_STEP)
      }
      for (const edit of plannedTags(settings)) {
        if (done.includes(tagsStep(edit.provider))) continue
        const { provider, useDefaults, tags } = editedTags(edit)
        await unwrap(setPrincipalTagAttributeMap({ pool, provider, seen: null, useDefaults, tags }))
        onDone(tagsStep(provider))
      }
      return created
    },
    meta: { handled: true },
  })
