import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import { poolKeys } from './queries.ts'
import { unwrap } from '../core/result.ts'
import { savedValue } from '../facts/saved.ts'
import { listTagsForResource, tagResource, untagResource } from './tag-actions.ts'
import type { PoolTags } from './pool-tags.ts'

export const poolTags = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolKeys.detail(pool), 'tags'] as const,
    queryFn: () => unwrap(listTagsForResource({ pool })),
  })

type TagsSave = { seen: PoolTags; next: Record<string, string>; onStep: (present: PoolTags) => void }

/** Removes, then adds and changes: as many calls as that takes; `onStep` hears what the service has after each. */
export async function saveTags(pool: PoolRef, { seen, next, onStep }: TagsSave): Promise<PoolTags> {
  let present = seen
  const keys = Object.keys(present.tags).filter((key) => !Object.hasOwn(next, key))
  if (keys.length > 0) {
    present = savedValue(await unwrap(untagResource({ pool, seen: present.fingerprint, keys })))
    onStep(present)
  }
  const changed = Object.entries(next).filter(([key, value]) => present.tags[key] !== value)
  if (changed.length > 0) {
    const tags = Object.fromEntries(changed)
    present = savedValue(await unwrap(tagResource({ pool, seen: present.fingerprint, tags })))
    onStep(present)
  }
  return present
}

export const poolTagsSave = (pool: PoolRef) =>
  mutationOptions({ mutationFn: (save: TagsSave) => saveTags(pool, save), meta: { handled: true } })
