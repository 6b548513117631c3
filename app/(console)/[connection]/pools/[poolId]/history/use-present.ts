'use client'

import { useQuery } from '@tanstack/react-query'
import { isGone } from '#components/reading.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { planRestore, type Present } from '#lib/history/plan-restore.ts'
import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'
import { principalTagsOf } from '#lib/principal-tags/queries.ts'
import { poolRoles } from '#lib/roles/queries.ts'

/** Whether the pool is gone, and which stored configurations are what it has now, as far as that is read. */
export function usePresent(pool: PoolRef, entries: readonly AuditEntry[]) {
  const detail = useQuery({ ...poolDetail(pool), enabled: false })
  const gone = isGone(detail)
  const stored = gone ? [] : entries.flatMap(({ before, after }) => [before, after]).filter((one) => one !== null)
  const has = (kind: StoredConfiguration['kind']) => stored.some((one) => one.kind === kind)
  const providers = [
    ...new Set(stored.flatMap((one) => (one.kind === 'principal-tags' ? [one.principalTags.provider] : []))),
  ].toSorted()
  const roles = useQuery({ ...poolRoles(pool), enabled: has('roles') })
  const tags = useQuery({ ...poolTags(pool), enabled: has('tags') })
  const maps = useQuery({ ...principalTagsOf(pool, providers), enabled: providers.length > 0 })

  const presentOf = (one: StoredConfiguration): Present | null => {
    if (one.kind === 'pool') return detail.data ? { kind: one.kind, pool: detail.data } : null
    if (one.kind === 'roles') return roles.data ? { kind: one.kind, roles: roles.data } : null
    if (one.kind === 'tags') return tags.data ? { kind: one.kind, tags: tags.data } : null
    const principalTags = maps.data?.find(({ provider }) => provider === one.principalTags.provider)
    return principalTags ? { kind: one.kind, principalTags } : null
  }
  return {
    gone,
    isPresent(one: StoredConfiguration): boolean {
      const present = presentOf(one)
      return present !== null && planRestore(one, present, {})?.changes.length === 0
    },
  }
}
