import { toServiceRoles } from '../roles/to-service-roles.ts'
import { camelCase, loginSecrets, pascalCase } from './login-secret.ts'
import { propertiesOf } from './setting-properties.ts'
import { hasRoles, taggedOnly, type PoolSnapshot } from './snapshot.ts'
import { cdkSettings } from './stack-properties.ts'
import { TsExpression, tsLiteral, tsString } from './ts-literal.ts'

const REF = new TsExpression('pool.ref')

/** The pool as an AWS CDK program in TypeScript; secrets are parameters that CloudFormation does not echo. */
export function toCdk({ pool, roles, principalTags }: PoolSnapshot): string {
  const secrets = loginSecrets(pool.loginProviders)
  const tagged = taggedOnly(principalTags)
  const constructs = [
    'CfnIdentityPool',
    ...(tagged.length > 0 ? ['CfnIdentityPoolPrincipalTag'] : []),
    ...(hasRoles(roles) ? ['CfnIdentityPoolRoleAttachment'] : []),
  ]
  const { Roles, RoleMappings } = toServiceRoles(roles)
  const mappings = Object.entries(RoleMappings).map(
    ([identityProvider, mapping]) => [identityProvider, asProps({ identityProvider, ...mapping })] as const,
  )
  const props = propertiesOf(pool, cdkSettings)
  const core = ['App', ...(secrets.length > 0 ? ['CfnParameter', 'Fn'] : []), 'Stack']
  return [
    `import { ${core.join(', ')} } from 'aws-cdk-lib'\nimport { ${constructs.join(', ')} } from 'aws-cdk-lib/aws-cognito'`,
    `const app = new App()\nconst stack = new Stack(app, ${tsString(stackName(pool.name))}, { env: { region: ${tsString(pool.region)} } })`,
    ...secrets.map(({ name }) => secretParameter(name)),
    `const pool = new CfnIdentityPool(stack, 'IdentityPool', ${tsLiteral(props)})`,
    ...(hasRoles(roles)
      ? [
          `new CfnIdentityPoolRoleAttachment(stack, 'Roles', ${tsLiteral({
            identityPoolId: REF,
            roles: Roles,
            ...(mappings.length > 0 && { roleMappings: Object.fromEntries(mappings) }),
          })})`,
        ]
      : []),
    ...tagged.map(
      ({ provider, useDefaults, tags }, index) =>
        `new CfnIdentityPoolPrincipalTag(stack, 'PrincipalTags${index + 1}', ${tsLiteral({
          identityPoolId: REF,
          identityProviderName: provider,
          useDefaults,
          ...(!useDefaults && { principalTags: tags }),
        })})`,
    ),
  ]
    .map((part) => `${part}\n`)
    .join('\n')
}

/** A stack's name has letters, digits and hyphens and begins with a letter. */
function stackName(name: string): string {
  const words = name.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  return /^[A-Za-z]/.test(words) ? words : `identity-pool-${words}`.replace(/-$/, '')
}

const secretParameter = (name: string): string =>
  `const ${camelCase(name)} = new CfnParameter(stack, ${tsString(pascalCase(name))}, { noEcho: true, minLength: 1 })`

/** Properties by the names that the CDK gives those of CloudFormation. */
function asProps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asProps)
  if (typeof value !== 'object' || value === null) return value
  const nameOf = (name: string) => name.replace('ARN', 'Arn').replace(/^./, (first) => first.toLowerCase())
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [nameOf(name), asProps(member)]))
}
