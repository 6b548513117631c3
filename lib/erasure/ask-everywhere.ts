import { throttleDelay } from '../client/throttle.ts'
import { everyPage } from '../core/every-page.ts'
import { unwrap } from '../core/result.ts'
import { findDeveloperIdentity } from '../developer-identities/actions.ts'
import { listIdentityPools } from '../pools/actions.ts'
import type { PoolSummary } from '../pools/pool.ts'
import { describePerson } from './actions.ts'
import type { AnswerOfPool, LookupBy, PersonAsker } from './search-person.ts'

/** How often a throttled question is put again before its place counts as not searched. */
const PATIENCE = 8
const POOLS_AT_ONCE = 200

type Wait = (milliseconds: number) => Promise<void>

const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Asks the service through the console's own reads, and waits throttles out as long as is reasonable. */
export function personAsker(wait: Wait = sleep): PersonAsker {
  const patiently = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await ask()
      } catch (error) {
        const delay = throttleDelay(error)
        if (delay === null || attempt >= PATIENCE) throw error
        await wait(delay)
      }
  }
  return {
    pools: async (connectionId, region) => {
      const pools: PoolSummary[] = []
      const read = (cursor: string | undefined) =>
        patiently(() => unwrap(listIdentityPools({ connectionId, region, cursor })))
      for await (const page of everyPage(read)) pools.push(...page.pools)
      return pools
    },
    person: (identity, poolId) => patiently(() => unwrap(describePerson({ identity, poolId }))),
    lookUp: (connectionId, poolIds, by) => lookUp(connectionId, poolIds, by, wait),
  }
}

/** Every pool's answer as it comes; the throttled ones again and again, and as they are at the end. */
async function* lookUp(
  connectionId: string,
  poolIds: string[],
  by: LookupBy,
  wait: Wait,
): AsyncGenerator<AnswerOfPool, void> {
  let open = poolIds
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const throttled: AnswerOfPool[] = []
    for (let start = 0; start < open.length; start += POOLS_AT_ONCE) {
      const pools = open.slice(start, start + POOLS_AT_ONCE).map((poolId) => ({ poolId, describeFirst: true }))
      for await (const result of await findDeveloperIdentity({ connectionId, pools, ...by })) {
        const answer = await unwrap(Promise.resolve(result))
        if (answer.error?.code === 'THROTTLED' && attempt < PATIENCE) throttled.push(answer)
        else yield answer
      }
    }
    open = throttled.map(({ poolId }) => poolId)
    const delays = throttled.map(({ error }) => throttleDelay(error) ?? 0)
    if (open.length > 0) await wait(Math.max(...delays))
  }
}
