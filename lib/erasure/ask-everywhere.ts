import { throttleDelay } from '../client/throttle.ts'
import { unwrap, type Result } from '../core/result.ts'
import { findPeople, readPlaces } from '../people/actions.ts'
import type { PersonAnswer, PersonKey, PlaceAnswer } from '../people/person.ts'
import { describePerson, findPersonTraces } from './actions.ts'
import type { PersonIdentity, PersonTraces } from './person-search.ts'

export type PoolToAsk = { poolId: string; developerProvider: string }

/** How the search asks. Throttles are waited out, but not for ever: what is not answered then stays open. */
export type PersonAsker = {
  places: (connectionId: string) => AsyncIterable<Exclude<PlaceAnswer, { kind: 'waiting' }>>
  find: (
    connectionId: string,
    keys: PersonKey[],
    pools: PoolToAsk[],
  ) => AsyncIterable<Exclude<PersonAnswer, { kind: 'waiting' }>>
  traces: (connectionId: string, identifiers: string[]) => Promise<PersonTraces>
  person: (identity: { connectionId: string; identityId: string }, poolId: string | null) => Promise<PersonIdentity>
}

/** So long nothing is answered before what is left counts as not searched. */
const PATIENCE_MS = 90_000

/** Asks through the console's own reads. */
export function personAsker(patienceMs = PATIENCE_MS): PersonAsker {
  async function* answers<A extends { kind: string }>(
    stream: Promise<AsyncIterable<Result<A | { kind: 'waiting'; until: number }>>>,
  ): AsyncGenerator<Exclude<A, { kind: 'waiting' }>, void> {
    let answeredAt = Date.now()
    for await (const item of await stream) {
      const answer = await unwrap(Promise.resolve(item))
      if (answer.kind !== 'waiting') {
        answeredAt = Date.now()
        yield answer as Exclude<A, { kind: 'waiting' }>
      } else if ('until' in answer && answer.until - answeredAt > patienceMs) return
    }
  }
  return {
    places: (connectionId) => answers(readPlaces({ connectionId })),
    find: (connectionId, people, pools) => answers(findPeople({ connectionId, people, pools })),
    traces: (connectionId, identifiers) => unwrap(findPersonTraces({ connectionId, identifiers })),
    async person(identity, poolId) {
      const end = Date.now() + patienceMs
      for (;;)
        try {
          return await unwrap(describePerson({ identity, poolId }))
        } catch (error) {
          const delay = throttleDelay(error)
          if (delay === null || Date.now() + delay > end) throw error
          await new Promise((resolve) => setTimeout(resolve, delay))
        }
    },
  }
}
