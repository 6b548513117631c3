import { providerNames } from '../login-providers/provider-names.ts'
import type { Pool } from './pool.ts'

/** The names under which logins of the pool's own providers appear in identities. */
export const providersNamed = (pool: Pool): Set<string> =>
  new Set([
    ...providerNames(pool).flatMap(({ login, tags }) => [login, tags]),
    ...(pool.developerProviderName ? [pool.developerProviderName] : []),
  ])
