import { poolFields } from '../pools/pool-fields.ts'
import type { PoolSettings } from '../pools/pool-settings.ts'
import { camelCase, loginValues, pascalCase } from './login-secret.ts'
import type { SettingProperties } from './setting-properties.ts'
import { ownTags } from './snapshot.ts'
import { TsExpression, tsString } from './ts-literal.ts'

const { classicFlow, userPools, developerProviderName } = poolFields

/** Each setting as a property of a CloudFormation resource. */
export const cloudFormationSettings: SettingProperties<unknown> = {
  name: ['IdentityPoolName', (name) => name],
  allowUnauthenticated: ['AllowUnauthenticatedIdentities', (allowed) => allowed],
  classicFlow: ['AllowClassicFlow', classicFlow.to],
  userPools: ['CognitoIdentityProviders', userPools.to],
  loginProviders: [
    'SupportedLoginProviders',
    (all) => loginValues(all, (known, name) => ({ 'Fn::Join': ['', [known, { Ref: pascalCase(name) }]] })),
  ],
  oidcProviderArns: ['OpenIdConnectProviderARNs', (arns) => arns],
  samlProviderArns: ['SamlProviderARNs', (arns) => arns],
  developerProviderName: ['DeveloperProviderName', developerProviderName.to],
  tags: ['IdentityPoolTags', (tags) => Object.entries(ownTags(tags)).map(([Key, Value]) => ({ Key, Value }))],
}

/** Each setting as a property of the CDK's construct. */
export const cdkSettings: SettingProperties<unknown> = {
  name: ['identityPoolName', (name) => name],
  allowUnauthenticated: ['allowUnauthenticatedIdentities', (allowed) => allowed],
  classicFlow: ['allowClassicFlow', classicFlow.to],
  userPools: ['cognitoIdentityProviders', (all) => all.map(withoutEmpty)],
  loginProviders: ['supportedLoginProviders', (all) => loginValues(all, joined)],
  oidcProviderArns: ['openIdConnectProviderArns', (arns) => arns],
  samlProviderArns: ['samlProviderArns', (arns) => arns],
  developerProviderName: ['developerProviderName', developerProviderName.to],
  tags: ['identityPoolTags', (tags) => Object.entries(ownTags(tags)).map(([key, value]) => ({ key, value }))],
}

function joined(known: string, name: string): TsExpression {
  return new TsExpression(`Fn.join('', [${tsString(known)}, ${camelCase(name)}.valueAsString])`)
}

/** A user pool of the service has no required members. */
function withoutEmpty({ providerName, clientId, serverSideTokenCheck }: PoolSettings['userPools'][number]) {
  return {
    ...(providerName !== '' && { providerName }),
    ...(clientId !== '' && { clientId }),
    serverSideTokenCheck,
  }
}
