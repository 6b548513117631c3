import type { SettingKey } from '../pools/pool-settings.ts'

/** Terraform's name of each setting of a pool. */
export const terraformNames: Record<SettingKey, string> = {
  name: 'identity_pool_name',
  allowUnauthenticated: 'allow_unauthenticated_identities',
  classicFlow: 'allow_classic_flow',
  userPools: 'cognito_identity_providers',
  loginProviders: 'supported_login_providers',
  oidcProviderArns: 'openid_connect_provider_arns',
  samlProviderArns: 'saml_provider_arns',
  developerProviderName: 'developer_provider_name',
  tags: 'tags',
}
