import { toServiceRoles } from '../roles/to-service-roles.ts'
import { toJson } from './json.ts'
import { loginSecrets, pascalCase } from './login-secret.ts'
import { propertiesOf } from './setting-properties.ts'
import { hasRoles, taggedOnly, type PoolSnapshot } from './snapshot.ts'
import { cloudFormationSettings } from './stack-properties.ts'
import { toYaml } from './to-yaml.ts'

const POOL = { Ref: 'IdentityPool' }

/** The pool as a CloudFormation template in JSON; secrets are parameters that CloudFormation does not echo. */
export const toCloudFormation = (snapshot: PoolSnapshot): string => `${toJson(toTemplate(snapshot), 2)}\n`

/** The same in YAML. */
export const toCloudFormationYaml = (snapshot: PoolSnapshot): string => `${toYaml(toTemplate(snapshot))}\n`

export function toTemplate({ pool, roles, principalTags }: PoolSnapshot) {
  const secrets = loginSecrets(pool.loginProviders)
  const { Roles, RoleMappings } = toServiceRoles(roles)
  const mappings = Object.entries(RoleMappings).map(
    ([IdentityProvider, mapping]) => [IdentityProvider, { IdentityProvider, ...mapping }] as const,
  )
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
        Properties: propertiesOf(pool, cloudFormationSettings),
      },
      ...(hasRoles(roles) && {
        IdentityPoolRoles: {
          Type: 'AWS::Cognito::IdentityPoolRoleAttachment',
          Properties: {
            IdentityPoolId: POOL,
            Roles,
            ...(mappings.length > 0 && {
              RoleMappings: Object.fromEntries(mappings),
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
