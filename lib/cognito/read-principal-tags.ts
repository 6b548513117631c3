import 'server-only'
import { GetPrincipalTagAttributeMapCommand } from '@aws-sdk/client-cognito-identity'
import type { Cognito } from './bound-cognito.ts'

export type ServicePrincipalTags = { UseDefaults: boolean; PrincipalTags: Record<string, string> }

/** One provider's attributes for access control; one that nobody ever set may answer absent members. */
export async function readPrincipalTags(
  cognito: Cognito,
  poolId: string,
  provider: string,
): Promise<ServicePrincipalTags> {
  const { UseDefaults = false, PrincipalTags = {} } = await cognito.send(
    new GetPrincipalTagAttributeMapCommand({ IdentityPoolId: poolId, IdentityProviderName: provider }),
  )
  return { UseDefaults, PrincipalTags }
}
