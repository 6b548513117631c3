import 'server-only'
import type { CreateIdentityPoolInput, IdentityPool } from '@aws-sdk/client-cognito-identity'
import type { UserPoolProvider } from './pool.ts'
import type { NewPool, PoolChange } from './schema.ts'

/** The whole description with the operator's change in it; what the change does not name stays as it is. */
export function toDescription(present: IdentityPool, change: PoolChange): IdentityPool {
  const { name, allowUnauthenticated, classicFlow, loginProviders, userPools, oidcProviderArns, samlProviderArns } =
    change
  return {
    ...present,
    ...(name !== undefined && { IdentityPoolName: name }),
    ...(allowUnauthenticated !== undefined && { AllowUnauthenticatedIdentities: allowUnauthenticated }),
    ...(classicFlow !== undefined && { AllowClassicFlow: flows[classicFlow] }),
    ...(change.developerProviderName && { DeveloperProviderName: change.developerProviderName }),
    ...(loginProviders && {
      SupportedLoginProviders: withKeptSecrets(loginProviders, present.SupportedLoginProviders),
    }),
    ...(userPools && {
      CognitoIdentityProviders: userPools.map(toUserPool),
    }),
    ...(oidcProviderArns && { OpenIdConnectProviderARNs: oidcProviderArns }),
    ...(samlProviderArns && { SamlProviderARNs: samlProviderArns }),
  }
}

/** A new pool as the service takes it; what it does not have is left out. */
export function toNewDescription(pool: NewPool): CreateIdentityPoolInput {
  const { loginProviders, userPools, oidcProviderArns, samlProviderArns, tags } = pool
  return {
    IdentityPoolName: pool.name,
    AllowUnauthenticatedIdentities: pool.allowUnauthenticated,
    AllowClassicFlow: flows[pool.classicFlow],
    DeveloperProviderName: pool.developerProviderName || undefined,
    ...(Object.keys(loginProviders).length > 0 && { SupportedLoginProviders: loginProviders }),
    ...(userPools.length > 0 && { CognitoIdentityProviders: userPools.map(toUserPool) }),
    ...(oidcProviderArns.length > 0 && { OpenIdConnectProviderARNs: oidcProviderArns }),
    ...(samlProviderArns.length > 0 && { SamlProviderARNs: samlProviderArns }),
    ...(Object.keys(tags).length > 0 && { IdentityPoolTags: tags }),
  }
}

const toUserPool = ({ providerName, clientId, serverSideTokenCheck }: UserPoolProvider) => ({
  ProviderName: providerName,
  ClientId: clientId,
  ServerSideTokenCheck: serverSideTokenCheck,
})

const flows = { unset: undefined, off: false, on: true }

/** A null value keeps the provider's present one, which the browser never had. */
function withKeptSecrets(next: Record<string, string | null>, present: Record<string, string> = {}) {
  const entries = Object.entries(next).map(([name, value]) => [name, value ?? present[name] ?? ''] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}
