import { oidcArnsOf, type Pool } from '../state/pools.ts'
import { principalTagMap, type Tags } from '../state/principal-tags.ts'
import type { Store } from '../state/store.ts'
import type { ProvenLogin } from './prove-logins.ts'

const DEFAULTS: Tags = { client: 'aud', username: 'sub' }

/** The session tags that a login's claims give under the pool's mapping. */
export function sessionTags(store: Store, pool: Pool, logins: readonly ProvenLogin[]): Tags {
  const tags = logins.flatMap(({ provider, claims }) => {
    const [arn = provider] = oidcArnsOf(pool, provider)
    const maps = [provider, arn].flatMap((name) => principalTagMap(store, pool, name) ?? [])
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
