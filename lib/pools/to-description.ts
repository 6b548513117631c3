import 'server-only'
import type { IdentityPool } from '@aws-sdk/client-cognito-identity'
import type { PoolChange } from './schema.ts'

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
      CognitoIdentityProviders: userPools.map(({ providerName, clientId, serverSideTokenCheck }) => ({
        ProviderName: providerName,
        ClientId: clientId,
        ServerSideTokenCheck: serverSideTokenCheck,
      })),
    }),
    ...(oidcProviderArns && { OpenIdConnectProviderARNs: oidcProviderArns }),
    ...(samlProviderArns && { SamlProviderARNs: samlProviderArns }),
  }
}

const flows = { unset: undefined, off: false, on: true }

/** A null value keeps the provider's present one, which the browser never had. */
function withKeptSecrets(next: Record<string, string | null>, present: Record<string, string> = {}) {
  const entries = Object.entries(next).map(([name, value]) => [name, value ?? present[name] ?? ''] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}
