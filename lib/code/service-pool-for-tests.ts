import {
  CognitoIdentityClient,
  CreateIdentityPoolCommand,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  SetIdentityPoolRolesCommand,
  SetPrincipalTagAttributeMapCommand,
} from '@aws-sdk/client-cognito-identity'
import { requestHandler } from '../emulator/server/request-handler.ts'
import type { World } from '../emulator/state/world.ts'
import { MASKED } from '../login-providers/provider-secrets.ts'
import { poolFields } from '../pools/pool-fields.ts'
import { toServiceRoles } from '../roles/to-service-roles.ts'
import type { PoolSnapshot } from './snapshot.ts'

/** What stands for every hidden secret once code is run. */
export const SECRET = 'fourteen-words'

export const clientOf = (world: World, region: string): CognitoIdentityClient =>
  new CognitoIdentityClient({
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: requestHandler(world),
  })

/** Makes the pool by the SDK, with the secret where the snapshot hides one; its id. */
export async function makePool(world: World, { pool, roles, principalTags }: PoolSnapshot): Promise<string> {
  const client = clientOf(world, pool.region)
  const logins = Object.entries(pool.loginProviders).map(
    ([name, value]) => [name, value.replace(MASKED, SECRET)] as const,
  )
  const { IdentityPoolId = '' } = await client.send(
    new CreateIdentityPoolCommand({
      IdentityPoolName: pool.name,
      AllowUnauthenticatedIdentities: pool.allowUnauthenticated,
      ...(pool.classicFlow !== 'unset' && { AllowClassicFlow: pool.classicFlow === 'on' }),
      ...(pool.developerProviderName && { DeveloperProviderName: pool.developerProviderName }),
      ...(logins.length > 0 && { SupportedLoginProviders: Object.fromEntries(logins) }),
      ...(pool.userPools.length > 0 && { CognitoIdentityProviders: poolFields.userPools.to(pool.userPools) }),
      ...(pool.oidcProviderArns.length > 0 && { OpenIdConnectProviderARNs: pool.oidcProviderArns }),
      ...(pool.samlProviderArns.length > 0 && { SamlProviderARNs: pool.samlProviderArns }),
      ...(Object.keys(pool.tags).length > 0 && { IdentityPoolTags: pool.tags }),
    }),
  )
  await client.send(new SetIdentityPoolRolesCommand({ IdentityPoolId, ...toServiceRoles(roles) }))
  for (const { provider, useDefaults, tags } of principalTags) {
    const named = { IdentityPoolId, IdentityProviderName: provider }
    await client.send(
      new SetPrincipalTagAttributeMapCommand({ ...named, UseDefaults: useDefaults, PrincipalTags: tags }),
    )
  }
  return IdentityPoolId
}

/** All that the service tells of a pool, without its id: equal for equal pools. */
export async function readPool(world: World, poolId: string, providers: string[]) {
  const client = clientOf(world, poolId.slice(0, poolId.indexOf(':')))
  const named = { IdentityPoolId: poolId }
  const { IdentityPoolId: _, $metadata: __, ...pool } = await client.send(new DescribeIdentityPoolCommand(named))
  const { Roles = {}, RoleMappings = {} } = await client.send(new GetIdentityPoolRolesCommand(named))
  const principalTags = []
  for (const IdentityProviderName of providers) {
    const map = await client.send(new GetPrincipalTagAttributeMapCommand({ ...named, IdentityProviderName }))
    principalTags.push({ UseDefaults: map.UseDefaults, PrincipalTags: map.PrincipalTags })
  }
  return { pool, Roles, RoleMappings, principalTags }
}
