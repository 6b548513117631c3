import { FILTER_KEY, INDEX_SOURCE, SOURCE_KEY } from '#components/identity-index/identity-source.ts'
import { identitiesPath, listsPath } from '#lib/core/paths.ts'
import type { Job } from '#lib/jobs/job.ts'

/** Where a job like this one is asked for with other parameters; null where there are none to change. */
export function cloneAddress(
  { kind, connectionId, poolId, jobId }: Job,
  parameters: Record<string, unknown>,
): string | null {
  if (poolId === null) return null
  const pool = { connectionId, poolId }
  if (kind === 'look-up-list' || kind === 'check-merges') return listsPath(pool, jobId)
  if (kind !== 'delete-by-filter') return null
  const { filter } = parameters
  // Without a filter it would be every identity.
  if (typeof filter !== 'string') return null
  const asked = new URLSearchParams({ [SOURCE_KEY]: INDEX_SOURCE, [FILTER_KEY]: filter })
  return `${identitiesPath(pool)}?${asked.toString()}`
}
