import { loginName, samlProviderArn } from '../login-providers/login-provider.ts'
import { consumerKeyOf, valueParts } from '../login-providers/provider-secrets.ts'
import { secretHolders } from '../login-providers/public-providers.ts'
import type { Pool } from '../pools/pool.ts'

/**
 * The apps of a login provider whose tokens a pool takes; `iam` where IAM's provider keeps them, or the provider proves
 * its users without; null when the pool does not name the provider.
 */
export function appsOf(pool: Pool, provider: string): readonly string[] | 'iam' | null {
  const clients = pool.userPools.filter(({ providerName }) => providerName === provider)
  if (clients.length > 0) return clients.map(({ clientId }) => clientId)
  if (pool.oidcProviderArns.some((arn) => loginName(arn) === provider)) return 'iam'
  if (samlProviderArn.test(provider)) return pool.samlProviderArns.includes(provider) ? 'iam' : null
  if (!Object.hasOwn(pool.loginProviders, provider)) return null
  const value = pool.loginProviders[provider]
  return secretHolders.includes(provider) ? [consumerKeyOf(value)] : valueParts(value)
}
