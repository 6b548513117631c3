import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { asTheyCome } from '../core/as-they-come.ts'
import { everyPage } from '../core/every-page.ts'
import { failure } from '../operation/failure.ts'
import type { PoolSummary } from '../pools/pool.ts'
import { readPool, readPoolPage } from '../pools/service.ts'
import type { patient } from './patient.ts'
import type { PlaceAnswer } from './person.ts'

const AT_ONCE = 8

type Asking = {
  regions: readonly string[]
  cognitoIn: (region: string) => Cognito
  calls: ReturnType<typeof patient>
  emit: (answer: PlaceAnswer) => void
}

/** Every pool of a connection with its developer provider, and what could not be read. */
export async function askPlaces(asking: Asking): Promise<void> {
  const { regions, cognitoIn, calls, emit } = asking
  const listed = await Promise.all(regions.map((region) => poolsOf(asking, region)))
  const described = asTheyCome(listed.flat(), AT_ONCE, async ({ poolId, name, region }): Promise<PlaceAnswer> => {
    try {
      const pool = await calls(region, 'DescribeIdentityPool', () => readPool(cognitoIn(region), poolId))
      return { kind: 'pool', region, poolId, name, developerProvider: pool.developerProviderName }
    } catch (error) {
      return { kind: 'unread', region, name, error: (await failure(error, 'DescribeIdentityPool')).error }
    }
  })
  for await (const place of described) emit(place)
}

async function poolsOf({ cognitoIn, calls, emit }: Asking, region: string): Promise<PoolSummary[]> {
  const pools: PoolSummary[] = []
  const read = (cursor: string | undefined) =>
    calls(region, 'ListIdentityPools', () => readPoolPage(cognitoIn(region), region, cursor))
  try {
    for await (const page of everyPage(read)) pools.push(...page.pools)
  } catch (error) {
    emit({ kind: 'unread', region, name: null, error: (await failure(error, 'ListIdentityPools')).error })
  }
  return pools
}
