import { toJson } from './json.ts'
import { loginSecret, loginSecrets, pascalCase } from './login-secret.ts'
import { defaultRoles, hasRoles, ownTags, taggedOnly, type PoolSnapshot } from './snapshot.ts'
import { mappingsJson, userPoolsJson } from './to-service-json.ts'

const POOL = { Ref: 'IdentityPool' }

/** The pool as a CloudFormation template in JSON; secrets are parameters that CloudFormation does not echo. */
export const toCloudFormation = (snapshot: PoolSnapshot): string => `${toJson(toTemplate(snapshot), 2)}\n`

export function toTemplate({ pool, roles, principalTags }: PoolSnapshot) {
  const secrets = loginSecrets(pool.loginProviders)
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The identity pool ${pool.name} of ${pool.region}`,
    ...(secrets.length > 0 && {
      Parameters: Object.fromEntries(
        secrets.map(({ name }) => [pascalCase(name), { Type: 'String', NoEcho: true, MinLength: 1 }]),
      ),
    }),
    Resources: {
      IdentityPool: { Type: 'AWS::Cognito::IdentityPool', Properties: poolProperties(pool) },
      ...(hasRoles(roles) && {
        IdentityPoolRoles: {
          Type: 'AWS::Cognito::IdentityPoolRoleAttachment',
          Properties: {
            IdentityPoolId: POOL,
            Roles: defaultRoles(roles),
            ...(roles.mappings.length > 0 && {
              RoleMappings: mappingsJson(roles.mappings, ({ provider }) => ({ IdentityProvider: provider })),
            }),
          },
        },
      }),
      ...Object.fromEntries(
        taggedOnly(principalTags).map(({ provider, useDefaults, tags }, index) => [
          `PrincipalTags${index + 1}`,
          {
            Type: 'AWS::Cognito::IdentityPoolPrincipalTag',
            Properties: {
              IdentityPoolId: POOL,
              IdentityProviderName: provider,
              UseDefaults: useDefaults,
              ...(!useDefaults && { PrincipalTags: tags }),
            },
          },
        ]),
      ),
    },
    Outputs: { IdentityPoolId: { Value: POOL } },
  }
}

function poolProperties(pool: PoolSnapshot['pool']) {
  const { classicFlow, developerProviderName, loginProviders, oidcProviderArns, samlProviderArns, userPools } = pool
  const tags = ownTags(pool)
  return {
    IdentityPoolName: pool.name,
    AllowUnauthenticatedIdentities: pool.allowUnauthenticated,
    ...(classicFlow !== 'unset' && { AllowClassicFlow: classicFlow === 'on' }),
    ...(developerProviderName && { DeveloperProviderName: developerProviderName }),
    ...(Object.keys(loginProviders).length > 0 && { SupportedLoginProviders: loginValues(loginProviders) }),
    ...(userPools.length > 0 && { CognitoIdentityProviders: userPoolsJson(pool) }),
    ...(oidcProviderArns.length > 0 && { OpenIdConnectProviderARNs: oidcProviderArns }),
    ...(samlProviderArns.length > 0 && { SamlProviderARNs: samlProviderArns }),
    ...(tags.length > 0 && { IdentityPoolTags: tags.map(([Key, Value]) => ({ Key, Value })) }),
  }
}

const loginValues = (providers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(providers).map(([provider, value]): [string, unknown] => {
      const secret = loginSecret(provider, value)
      if (!secret) return [provider, value]
      return [provider, { 'Fn::Join': ['', [secret.known, { Ref: pascalCase(secret.name) }]] }]
    }),
  )
