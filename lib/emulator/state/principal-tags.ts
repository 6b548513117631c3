import type { Store } from './store.ts'

export type Tags = { [key: string]: string }

/** What was set for one provider of a pool; nothing when nobody ever did. */
export function principalTagMap(
  store: Store,
  pool: { number: number },
  provider: string,
): { useDefaults: boolean; tags: Tags } {
  const row = store.get<{ use_defaults: number; tags: string }>(
    'select use_defaults, tags from principal_tag where pool = ? and provider = ?',
    pool.number,
    provider,
  )
  return row
    ? { useDefaults: row.use_defaults === 1, tags: JSON.parse(row.tags) as Tags }
    : { useDefaults: false, tags: {} }
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
