import 'server-only'
import { DescribeIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import { boundCognito } from '../cognito/bound-cognito.ts'
import { regionOfId } from '../cognito/limits.ts'
import type { Connection } from '../config/schema.ts'
import type { ErrorShape } from '../errors.ts'
import { failure } from '../failure.ts'
import type { Result } from '../result.ts'
import type { Pool } from './pool.ts'
import { toPool } from './to-pool.ts'

const AT_ONCE = 8

/** A pool's description, or why there is none. */
export type Described = { poolId: string; pool: Pool | null; error: ErrorShape | null }

/** Describes pools, at most eight at once, and yields each as it comes; a failed one is an item like the others. */
export async function* describeEach(connection: Connection, poolIds: string[]): AsyncIterable<Result<Described>> {
  const waiting = [...poolIds]
  const underWay = new Map<string, Promise<Described>>()
  while (waiting.length > 0 || underWay.size > 0) {
    for (const poolId of waiting.splice(0, AT_ONCE - underWay.size)) underWay.set(poolId, describe(connection, poolId))
    const value = await Promise.race(underWay.values())
    underWay.delete(value.poolId)
    yield { ok: true, value }
  }
}

async function describe(connection: Connection, poolId: string): Promise<Described> {
  const region = regionOfId(poolId)
  if (!connection.regions.includes(region)) {
    return { poolId, pool: null, error: { code: 'NOT_FOUND', message: `The connection does not reach ${region}.` } }
  }
  try {
    const cognito = boundCognito({ connection, region, effect: 'read' })
    return {
      poolId,
      pool: toPool(await cognito.send(new DescribeIdentityPoolCommand({ IdentityPoolId: poolId }))),
      error: null,
    }
  } catch (error) {
    return { poolId, pool: null, error: failure(error, 'DescribeIdentityPool').error }
  }
}
