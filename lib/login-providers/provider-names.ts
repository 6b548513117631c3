import { loginName } from './login-provider.ts'

export type PoolProviders = {
  userPools: readonly { providerName: string; clientId: string }[]
  loginProviders: Readonly<Record<string, string>>
  oidcProviderArns: readonly string[]
  samlProviderArns: readonly string[]
}

/** The key among role mappings, the name among an identity's logins and the name that principal tags are kept under. */
export type ProviderNames = { key: string; login: string; tags: string }

/** The names of a pool's login providers in the order in which pages list them, a user pool's for each app client. */
export const providerNames = (pool: PoolProviders): ProviderNames[] => [
  ...pool.userPools.map(({ providerName, clientId }) => ({
    key: `${providerName}:${clientId}`,
    login: providerName,
    tags: providerName,
  })),
  ...[...Object.keys(pool.loginProviders), ...pool.oidcProviderArns, ...pool.samlProviderArns].map((name) => ({
    key: name,
    login: loginName(name),
    tags: name,
  })),
]
