import 'server-only'
import { GetIdentityPoolRolesCommand, type RoleMapping } from '@aws-sdk/client-cognito-identity'
import type { Cognito } from './bound-cognito.ts'

/** Roles and mappings, both always there: `SetIdentityPoolRoles` replaces both. */
export type ServiceRoles = { Roles: Record<string, string>; RoleMappings: Record<string, RoleMapping> }

/** A pool's roles; one that never had any may answer absent or empty members, which are the same here. */
export async function readRoles(cognito: Cognito, poolId: string): Promise<ServiceRoles> {
  const { Roles = {}, RoleMappings = {} } = await cognito.send(
    new GetIdentityPoolRolesCommand({ IdentityPoolId: poolId }),
  )
  return { Roles, RoleMappings }
}
