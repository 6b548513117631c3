import { loginName } from '../login-providers/login-provider.ts'
import { valueParts } from '../login-providers/provider-secrets.ts'
import type { Pool } from '../pools/pool.ts'
import type { TokenFacts } from './read-token.ts'

/**
 * Whether a pool takes a token: `yes`; `other-audience`: the provider is right and the app is not; `iam-decides`: the
 * audiences are kept at the IAM provider; `no`: it does not know the provider.
 */
export type Acceptance = 'yes' | 'other-audience' | 'iam-decides' | 'no'

export function poolAcceptance(pool: Pool, { provider, audiences, isAccessToken }: TokenFacts): Acceptance {
  if (provider === null || isAccessToken) return 'no'
  if (pool.oidcProviderArns.some((arn) => loginName(arn) === provider)) return 'iam-decides'
  const configured = [
    ...pool.userPools.filter(({ providerName }) => providerName === provider).map(({ clientId }) => clientId),
    ...valueParts(pool.loginProviders[provider]),
  ]
  if (configured.length === 0) return 'no'
  return audiences.some((audience) => configured.includes(audience)) ? 'yes' : 'other-audience'
}
