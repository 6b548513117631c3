import 'server-only'
import { GetIdentityPoolRolesCommand, SetIdentityPoolRolesCommand } from '@aws-sdk/client-cognito-identity'
import type { Cognito } from '../aws/send.ts'
import type { PoolRoles } from './pool-roles.ts'
import { toPoolRoles } from './to-pool-roles.ts'
import type { ServiceRoles } from './to-service-roles.ts'

/** A pool's roles as the service has them; one that never had any may answer absent or empty members, alike here. */
export async function readServiceRoles(cognito: Cognito, poolId: string): Promise<ServiceRoles> {
  const { Roles = {}, RoleMappings = {} } = await cognito.send(
    new GetIdentityPoolRolesCommand({ IdentityPoolId: poolId }),
  )
  return { Roles, RoleMappings }
}

/** A pool's default roles and its role mappings by provider. Errors: `NOT_FOUND`. */
export const readRoles = async (cognito: Cognito, poolId: string): Promise<PoolRoles> =>
  toPoolRoles(await readServiceRoles(cognito, poolId))

/** Replaces roles and mappings, always both; the service answers nothing of them. */
export async function writeServiceRoles(cognito: Cognito, poolId: string, roles: ServiceRoles): Promise<null> {
  await cognito.send(new SetIdentityPoolRolesCommand({ ...roles, IdentityPoolId: poolId }))
  return null
}
