import type { PoolSettings } from './pool-settings.ts'

/** A pool as a list names it. */
export type PoolSummary = { poolId: string; name: string; region: string }

/** A pool's configuration as read. */
export type Pool = PoolSettings & {
  poolId: string
  /** Stands for the whole description as the service gave it, secrets included; a save names it. */
  fingerprint: string
  region: string
}

/** How many ways of signing in a pool has, each kind by its own name. */
export type ProviderKind = 'user-pool' | 'social' | 'oidc' | 'saml' | 'developer'

export function providerKinds(pool: PoolSettings): { kind: ProviderKind; label: string; count: number }[] {
  const all = [
    { kind: 'user-pool' as const, label: 'User pool', count: pool.userPools.length },
    { kind: 'social' as const, label: 'Social', count: Object.keys(pool.loginProviders).length },
    { kind: 'oidc' as const, label: 'OIDC', count: pool.oidcProviderArns.length },
    { kind: 'saml' as const, label: 'SAML', count: pool.samlProviderArns.length },
    { kind: 'developer' as const, label: 'Developer', count: pool.developerProviderName ? 1 : 0 },
  ]
  return all.filter(({ count }) => count > 0)
}
