import 'server-only'
import {
  DescribeIdentityPoolCommand,
  GetPrincipalTagAttributeMapCommand,
  SetPrincipalTagAttributeMapCommand,
} from '@aws-sdk/client-cognito-identity'
import { AppError } from '../core/errors.ts'
import type { Cognito } from '../aws/send.ts'
import { fingerprint } from '../facts/fingerprint.ts'
import type { ProviderTags } from './principal-tags.ts'

export type ServicePrincipalTags = { UseDefaults: boolean; PrincipalTags: Record<string, string> }

const named = (poolId: string, provider: string) => ({ IdentityPoolId: poolId, IdentityProviderName: provider })

/**
 * One provider's map as the service has it. One that nobody ever set may answer absent members, or that it is not there:
 * then the pool is looked for. Errors: `NOT_FOUND` for the pool.
 */
export async function readServiceMap(
  cognito: Cognito,
  poolId: string,
  provider: string,
): Promise<ServicePrincipalTags> {
  try {
    const { UseDefaults = false, PrincipalTags = {} } = await cognito.send(
      new GetPrincipalTagAttributeMapCommand(named(poolId, provider)),
    )
    return { UseDefaults, PrincipalTags }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error
    await cognito.send(new DescribeIdentityPoolCommand({ IdentityPoolId: poolId }))
    return { UseDefaults: false, PrincipalTags: {} }
  }
}

/** One provider's attributes for access control. Errors: `NOT_FOUND`. */
export const readPrincipalTags = async (cognito: Cognito, poolId: string, provider: string): Promise<ProviderTags> =>
  toPrincipalTags(provider, await readServiceMap(cognito, poolId, provider))

/** Replaces one provider's map; answers what the service has now. */
export async function writeServiceMap(
  cognito: Cognito,
  poolId: string,
  provider: string,
  map: ServicePrincipalTags,
): Promise<ServicePrincipalTags> {
  const { UseDefaults = false, PrincipalTags = {} } = await cognito.send(
    new SetPrincipalTagAttributeMapCommand({ ...map, ...named(poolId, provider) }),
  )
  return { UseDefaults, PrincipalTags }
}

export const toPrincipalTags = (provider: string, map: ServicePrincipalTags): ProviderTags => ({
  provider,
  useDefaults: map.UseDefaults,
  tags: map.PrincipalTags,
  fingerprint: fingerprint(map),
})
