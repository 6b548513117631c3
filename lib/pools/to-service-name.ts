import type { IdentityPool } from '@aws-sdk/client-cognito-identity'
import type { SettingKey } from './pool-settings.ts'

/** The service's own name of each setting. */
export const toServiceName = {
  name: 'IdentityPoolName',
  allowUnauthenticated: 'AllowUnauthenticatedIdentities',
  classicFlow: 'AllowClassicFlow',
  userPools: 'CognitoIdentityProviders',
  loginProviders: 'SupportedLoginProviders',
  oidcProviderArns: 'OpenIdConnectProviderARNs',
  samlProviderArns: 'SamlProviderARNs',
  developerProviderName: 'DeveloperProviderName',
  tags: 'IdentityPoolTags',
} as const satisfies Record<SettingKey, keyof IdentityPool>

/** A setting's value as the service has it; undefined where a pool has none. */
export type ServiceValue<K extends SettingKey> = IdentityPool[(typeof toServiceName)[K]] | undefined
