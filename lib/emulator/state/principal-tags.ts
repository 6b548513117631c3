import { notFound } from './errors.ts'
import type { Store } from './store.ts'
import type { World } from './world.ts'

export type Tags = { [key: string]: string }

/** What was set for one provider of a pool; null when nobody ever did. */
export function principalTagMap(
  store: Store,
  pool: { number: number },
  provider: string,
): { useDefaults: boolean; tags: Tags } | null {
  const row = store.get<{ use_defaults: number; tags: string }>(
    'select use_defaults, tags from principal_tag where pool = ? and provider = ?',
    pool.number,
    provider,
  )
  return row ? { useDefaults: row.use_defaults === 1, tags: JSON.parse(row.tags) as Tags } : null
}

/** The same as a client is told it: what was never set, too. Throws ResourceNotFoundException where it is to be none. */
export function toldPrincipalTags({ store, untouchedTags }: World, pool: { number: number }, provider: string) {
  const map = principalTagMap(store, pool, provider)
  if (!map && untouchedTags === 'not-found') throw notFound(`No principal tags are set for ${provider}.`)
  return map ?? { useDefaults: untouchedTags === 'defaults', tags: {} }
}

export function savePrincipalTagMap(
  store: Store,
  pool: { number: number },
  provider: string,
  map: { useDefaults: boolean; tags: Tags },
) {
  store.run(
    `insert into principal_tag (pool, provider, use_defaults, tags) values (?, ?, ?, ?)
     on conflict (pool, provider) do update set use_defaults = excluded.use_defaults, tags = excluded.tags`,
    pool.number,
    provider,
    map.useDefaults ? 1 : 0,
    JSON.stringify(map.tags),
  )
}
