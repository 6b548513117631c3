import type { Fact } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { tagFacts } from './pool-tags.ts'
import type { Pool, PoolSettings } from './pool.ts'

const flows: Record<Pool['classicFlow'], string> = { unset: 'Not set', off: 'Off', on: 'On' }

/** A pool's configuration as facts: what a diff, a comparison and the history are made of. */
export function poolFacts(pool: PoolSettings): Fact[] {
  return [
    { key: 'name', label: 'Name', value: pool.name },
    { key: 'guests', label: 'Guest access', value: pool.allowUnauthenticated ? 'On' : 'Off' },
    { key: 'classic-flow', label: 'Basic (classic) flow', value: flows[pool.classicFlow] },
    ...pool.userPools.map(({ providerName, clientId, serverSideTokenCheck }) => ({
      key: `user-pool ${providerName} ${clientId}`,
      label: `${loginLabel(providerName)}, app client ${clientId}`,
      value: serverSideTokenCheck ? 'Server-side token check on' : 'Server-side token check off',
    })),
    ...Object.entries(pool.loginProviders).map(([name, value]) => ({
      key: `login-provider ${name}`,
      label: `${loginLabel(name)} login`,
      value,
    })),
    ...pool.oidcProviderArns.map((arn) => ({ key: `oidc ${arn}`, label: 'OpenID Connect provider', value: arn })),
    ...pool.samlProviderArns.map((arn) => ({ key: `saml ${arn}`, label: 'SAML provider', value: arn })),
    ...(pool.developerProviderName
      ? [{ key: 'developer-provider', label: 'Developer provider name', value: pool.developerProviderName }]
      : []),
    ...tagFacts(pool.tags),
  ]
}
