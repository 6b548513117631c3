/** A pool as a list names it. */
export type PoolSummary = { poolId: string; name: string; region: string }

export type UserPoolProvider = { providerName: string; clientId: string; serverSideTokenCheck: boolean }

/** A pool's configuration. Values of login providers that are secrets (Twitter's) never leave the server. */
export type Pool = {
  poolId: string
  /** Stands for the whole description as the service gave it, secrets included; a save names it. */
  fingerprint: string
  region: string
  name: string
  allowUnauthenticated: boolean
  /** Unset is a state of its own: the service then still answers the basic flow. */
  classicFlow: 'unset' | 'off' | 'on'
  developerProviderName: string | null
  /** Provider name → app id, as the service keeps it. */
  loginProviders: Record<string, string>
  userPools: UserPoolProvider[]
  oidcProviderArns: string[]
  samlProviderArns: string[]
  tags: Record<string, string>
}

/** What a pool is, wherever it is. */
export type PoolSettings = Omit<Pool, 'poolId' | 'fingerprint' | 'region'>

/** How many ways of signing in a pool has, each kind by its own name. */
export type ProviderKind = 'user-pool' | 'social' | 'oidc' | 'saml' | 'developer'

export function providerKinds(pool: Pool): { kind: ProviderKind; label: string; count: number }[] {
  const all = [
    { kind: 'user-pool' as const, label: 'User pool', count: pool.userPools.length },
    { kind: 'social' as const, label: 'Social', count: Object.keys(pool.loginProviders).length },
    { kind: 'oidc' as const, label: 'OIDC', count: pool.oidcProviderArns.length },
    { kind: 'saml' as const, label: 'SAML', count: pool.samlProviderArns.length },
    { kind: 'developer' as const, label: 'Developer', count: pool.developerProviderName ? 1 : 0 },
  ]
  return all.filter(({ count }) => count > 0)
}
