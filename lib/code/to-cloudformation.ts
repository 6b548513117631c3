import { namedSettings } from '../pools/each-setting.ts'
import { poolFields } from '../pools/pool-fields.ts'
import type { BySetting } from '../pools/pool-settings.ts'
import { toServiceName } from '../pools/to-service-name.ts'
import { toJson } from './json.ts'
import { loginSecrets, loginValues, pascalCase } from './login-secret.ts'
import { defaultRoles, hasRoles, ownTags, taggedOnly, type PoolSnapshot } from './snapshot.ts'
import { mappingsJson, plainValues } from './to-service-json.ts'

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
      IdentityPool: {
        Type: 'AWS::Cognito::IdentityPool',
        Properties: namedSettings(pool, toServiceName, (value, key) => values[key](value)),
      },
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

const values: BySetting<unknown> = {
  ...plainValues,
  userPools: poolFields.userPools.to,
  loginProviders: (all) =>
    loginValues(all, (known, name) => ({ 'Fn::Join': ['', [known, { Ref: pascalCase(name) }]] })),
  tags: (tags) => Object.entries(ownTags(tags)).map(([Key, Value]) => ({ Key, Value })),
}
