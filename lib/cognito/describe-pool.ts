import 'server-only'
import { DescribeIdentityPoolCommand, type IdentityPool } from '@aws-sdk/client-cognito-identity'
import type { Cognito } from './bound-cognito.ts'

/** A pool's whole description as `UpdateIdentityPool` takes it back. Errors: `NOT_FOUND`. */
export async function describePool(cognito: Cognito, poolId: string): Promise<IdentityPool> {
  const { $metadata: _, ...description } = await cognito.send(
    new DescribeIdentityPoolCommand({ IdentityPoolId: poolId }),
  )
  return description
}
