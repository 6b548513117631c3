import type { Pool } from '../state/pools.ts'
import type { Store } from '../state/store.ts'
import type { ProvenLogin } from './prove-logins.ts'

type Tags = { [key: string]: string }

const DEFAULTS: Tags = { client: 'aud', username: 'sub' }

/** What was set for one provider of a pool; nothing when nobody ever did. */
export function principalTagMap(store: Store, pool: Pool, provider: string): { useDefaults: boolean; tags: Tags } {
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
  pool: Pool,
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

/** The session tags that a login's claims give under the pool's mapping. */
export function sessionTags(store: Store, pool: Pool, logins: readonly ProvenLogin[]): Tags {
  const tags = logins.flatMap(({ provider, claims }) => {
    const arn = pool.oidcArns?.find((one) => one.endsWith(`:oidc-provider/${provider}`))
    const maps = [provider, arn ?? provider].map((name) => principalTagMap(store, pool, name))
    const known = new Map(Object.entries(claims))
    const chosen = maps.find(({ useDefaults, tags }) => useDefaults || Object.keys(tags).length > 0)
    return Object.entries(chosen?.useDefaults ? DEFAULTS : (chosen?.tags ?? {})).flatMap(
      ([tag, claim]): [string, string][] => {
        const value = [known.get(claim) ?? []].flat()[0]
        return typeof value === 'string' || typeof value === 'number' ? [[tag, String(value)]] : []
      },
    )
  })
  return Object.fromEntries(tags)
}
