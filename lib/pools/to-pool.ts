import 'server-only'
import type { IdentityPool } from '@aws-sdk/client-cognito-identity'
import { regionOfId } from '../cognito/limits.ts'
import type { Pool } from './pool.ts'

const TWITTER = 'api.twitter.com'
/** What stands in place of a secret value wherever a pool is shown. */
export const MASKED = '••••••••'

/** The service's description as the console's pool; Twitter's value keeps its consumer key and loses its secret. */
export function toPool(description: IdentityPool): Pool {
  const poolId = description.IdentityPoolId ?? ''
  return {
    poolId,
    region: regionOfId(poolId),
    name: description.IdentityPoolName ?? poolId,
    allowUnauthenticated: description.AllowUnauthenticatedIdentities ?? false,
    classicFlow: description.AllowClassicFlow === undefined ? 'unset' : description.AllowClassicFlow ? 'on' : 'off',
    developerProviderName: description.DeveloperProviderName ?? null,
    loginProviders: withoutSecrets(description.SupportedLoginProviders ?? {}),
    userPools: (description.CognitoIdentityProviders ?? []).map((provider) => ({
      providerName: provider.ProviderName ?? '',
      clientId: provider.ClientId ?? '',
      serverSideTokenCheck: provider.ServerSideTokenCheck ?? false,
    })),
    oidcProviderArns: description.OpenIdConnectProviderARNs ?? [],
    samlProviderArns: description.SamlProviderARNs ?? [],
    tags: description.IdentityPoolTags ?? {},
  }
}

function withoutSecrets(providers: Record<string, string>): Record<string, string> {
  const value = providers[TWITTER]
  if (value === undefined) return providers
  const [consumerKey = ''] = value.split(';')
  return { ...providers, [TWITTER]: `${consumerKey};${MASKED}` }
}
