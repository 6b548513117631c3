import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { keepSaved } from '../client/keep-saved.ts'
import { stepId } from '../core/operation-id.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import type { FactChange } from '../facts/facts.ts'
import { afterStep, type Saved } from '../facts/saved.ts'
import { write } from '../operation/write.ts'
import type { PoolTags } from './pool-tags.ts'
import { poolKeys } from './queries.ts'
import { listTagsForResource, tagResource, untagResource } from './tag-actions.ts'

export const poolTags = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolKeys.detail(pool), 'tags'] as const,
    queryFn: () => unwrap(listTagsForResource({ pool })),
  })

type TagsSave = {
  base: PoolTags
  next: Record<string, string>
  operationId: string
  /** Hears what the service has after each step. */
  onStep: (present: PoolTags) => void
}

/** Removes, then adds and changes: as many calls as that takes. */
export async function saveTags(
  pool: PoolRef,
  client: QueryClient,
  { base, next, operationId, onStep }: TagsSave,
): Promise<Saved<PoolTags>> {
  const { queryKey } = poolTags(pool)
  const keys = Object.keys(base.tags).filter((key) => !Object.hasOwn(next, key))
  const tags = Object.fromEntries(Object.entries(next).filter(([key, value]) => base.tags[key] !== value))
  const isSet = Object.keys(tags).length > 0
  const untaken: FactChange[] = []
  let present = base
  if (keys.length > 0) {
    const removal = write(untagResource, { pool, seen: base.fingerprint, keys }, stepId(operationId, 0))
    const saved = await keepSaved(client, queryKey, removal)
    if (!isSet) return saved
    untaken.push(...saved.untaken)
    const kept = Object.entries(base.tags).filter(([key]) => !keys.includes(key))
    const read = () => client.query({ ...poolTags(pool), staleTime: 0 })
    present = await afterStep(saved, { ...base, tags: Object.fromEntries(kept) }, read, onStep)
  }
  if (!isSet) return { value: present, untaken }
  const setting = write(tagResource, { pool, seen: present.fingerprint, tags }, stepId(operationId, 1))
  const { value, untaken: rest } = await keepSaved(client, queryKey, setting)
  return { value, untaken: [...untaken, ...rest] }
}
