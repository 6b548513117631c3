import type { Pool } from '../pools/pool.ts'

const MARKER = ':oidc-provider/'

/** The names under which logins of the pool's own providers appear in identities. */
export function providersNamed(pool: Pool): Set<string> {
  return new Set([
    ...Object.keys(pool.loginProviders),
    ...pool.userPools.map(({ providerName }) => providerName),
    ...pool.samlProviderArns,
    ...pool.oidcProviderArns,
    ...pool.oidcProviderArns.map((arn) => arn.slice(arn.indexOf(MARKER) + MARKER.length)),
    ...(pool.developerProviderName ? [pool.developerProviderName] : []),
  ])
}
