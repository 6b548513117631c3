import { providerNames, type PoolProviders } from '../login-providers/provider-names.ts'

/** The keys of role mappings that a pool's login providers may have, in the order in which the pages list them. */
export const mappingProviders = (pool: PoolProviders): string[] => [
  ...new Set(providerNames(pool).map(({ key }) => key)),
]
