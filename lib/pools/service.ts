import 'server-only'
import {
  DescribeIdentityPoolCommand,
  ListIdentityPoolsCommand,
  ListTagsForResourceCommand,
  type IdentityPool,
  type UpdateIdentityPoolCommandOutput,
} from '@aws-sdk/client-cognito-identity'
import type { Cognito } from '../aws/send.ts'
import { PAGE_SIZE } from '../core/limits.ts'
import type { Pool, PoolSummary } from './pool.ts'
import { toPool } from './to-pool.ts'

/** One page of a Region's pools, at most 60, in the service's own order. */
export async function readPoolPage(
  cognito: Cognito,
  region: string,
  cursor: string | undefined,
): Promise<{ pools: PoolSummary[]; nextCursor: string | null }> {
  const page = await cognito.send(new ListIdentityPoolsCommand({ MaxResults: PAGE_SIZE, NextToken: cursor }))
  const pools = (page.IdentityPools ?? []).map(({ IdentityPoolId = '', IdentityPoolName = IdentityPoolId }) => ({
    poolId: IdentityPoolId,
    name: IdentityPoolName,
    region,
  }))
  return { pools, nextCursor: page.NextToken ?? null }
}

/** A pool's configuration. Errors: `NOT_FOUND`. */
export const readPool = async (cognito: Cognito, poolId: string): Promise<Pool> =>
  toPool(await readDescription(cognito, poolId))

/** A pool's whole description as `UpdateIdentityPool` takes it back. Errors: `NOT_FOUND`. */
export const readDescription = async (cognito: Cognito, poolId: string): Promise<IdentityPool> =>
  withoutMetadata(await cognito.send(new DescribeIdentityPoolCommand({ IdentityPoolId: poolId })))

/** What the service said of a pool, without what the SDK says of the call. */
export function withoutMetadata({ $metadata: _, ...description }: UpdateIdentityPoolCommandOutput): IdentityPool {
  return description
}

/** A pool's tags by its ARN. Errors: `NOT_FOUND`. */
export async function readTags(cognito: Cognito, arn: string): Promise<Record<string, string>> {
  const { Tags = {} } = await cognito.send(new ListTagsForResourceCommand({ ResourceArn: arn }))
  return Tags
}
