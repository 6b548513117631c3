import 'server-only'
import type { IdentityPool } from '@aws-sdk/client-cognito-identity'
import { regionOfId } from '../core/limits.ts'
import { fingerprint } from '../facts/fingerprint.ts'
import type { Pool } from './pool.ts'
import { withoutSecrets } from '../login-providers/provider-secrets.ts'

/** The service's description as the console's pool, without secrets. */
export function toPool(description: IdentityPool): Pool {
  const poolId = description.IdentityPoolId ?? ''
  return {
    poolId,
    fingerprint: fingerprint(description),
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
