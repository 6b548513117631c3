import type { PoolSettings } from '../pools/pool-settings.ts'
import { hclAttributes, hclBlock, hclString, type HclValue } from './hcl.ts'
import { loginValues } from './login-secret.ts'
import { propertiesOf, type SettingProperties } from './setting-properties.ts'
import { ownTags } from './snapshot.ts'

/** Each setting as an attribute; user pools are blocks of their own. */
const terraformSettings: SettingProperties<HclValue | undefined> = {
  name: ['identity_pool_name', (name) => name],
  allowUnauthenticated: ['allow_unauthenticated_identities', (allowed) => allowed],
  classicFlow: ['allow_classic_flow', (flow) => flow === 'on'],
  userPools: ['cognito_identity_providers', () => undefined],
  loginProviders: [
    'supported_login_providers',
    (all) => loginValues(all, (known, name) => ({ expression: `${hclString(known).slice(0, -1)}\${var.${name}}"` })),
  ],
  oidcProviderArns: ['openid_connect_provider_arns', (arns) => arns],
  samlProviderArns: ['saml_provider_arns', (arns) => arns],
  developerProviderName: ['developer_provider_name', (name) => name ?? undefined],
  tags: ['tags', ownTags],
}

/** The lines of a pool's resource. */
export const terraformPool = (pool: PoolSettings): string[] => [
  ...hclAttributes(
    Object.entries(propertiesOf(pool, terraformSettings)).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  ),
  ...pool.userPools.flatMap(({ providerName, clientId, serverSideTokenCheck }) => [
    '',
    ...hclBlock(
      terraformSettings.userPools[0],
      hclAttributes([
        ...(clientId === '' ? [] : [['client_id', clientId] as const]),
        ...(providerName === '' ? [] : [['provider_name', providerName] as const]),
        ['server_side_token_check', serverSideTokenCheck],
      ]),
    ),
  ]),
]
