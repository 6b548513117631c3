import 'server-only'
import { z } from 'zod'
import type { Cognito } from '../aws/send.ts'
import { providerName as providerNameSchema } from '../developer-identities/schema.ts'
import { lookupUsers, mergeUsers } from '../developer-identities/service.ts'
import { readIdentity } from '../identities/service.ts'
import { answerEach, type ItemAnswer } from './answer-each.ts'
import { defineKind, type Known } from './job-kind.ts'
import { pairOf } from './merge-item.ts'

const parameters = z.object({ providerName: providerNameSchema })

/** Merges pairs of users that a dry run found free of conflicts, one after the other. */
export const mergeListJob = defineKind({
  kind: 'merge-list',
  operation: 'MergeDeveloperIdentities',
  effect: 'write',
  permission: 'identities:merge',
  takesIds: 'frozen',
  parameters,
  identitiesOf(item) {
    const { sourceId = '', destinationId = '' } = pairOf(item)
    return [sourceId, destinationId]
  },
  work({ cognito, job: { jobId, poolId }, parameters: { providerName } }) {
    const pool = { poolId: poolId ?? '', providerName }
    /** Of merges whose answer was lost: what was known of them before. */
    const before = new Map<string, Known>()
    return {
      ...answerEach({
        jobId,
        ask: (item) => merge(cognito, { ...pool, before }, item),
        isDone: (item) => isMerged(cognito, pool.poolId, item),
      }),
      // Two merges into one identity at once could each see the other half done.
      lanes: 1,
    }
  },
})

type Pool = { poolId: string; providerName: string; before: Map<string, Known> }

async function merge(cognito: Cognito, { poolId, providerName, before }: Pool, item: string): Promise<ItemAnswer> {
  const { source, destination, sourceId = '', destinationId } = pairOf(item)
  const [from, to] = await Promise.all(
    [source, destination].map((userIdentifier) => lookupUsers(cognito, poolId, { userIdentifier })),
  )
  // What an earlier attempt has done.
  if (from?.identityId === destinationId && to?.identityId === destinationId)
    return { found: null, ...knownOf(before, item) }
  if (from?.identityId !== sourceId || to?.identityId !== destinationId) return { refused: 'Changed' }
  before.set(item, { ...(await readIdentity(cognito, sourceId)), userIdentifiers: from.userIdentifiers } as Known)
  await mergeUsers(cognito, { poolId, providerName, source, destination })
  return { found: null, ...knownOf(before, item) }
}

/** It is told once, and kept no longer. */
function knownOf(before: Map<string, Known>, item: string): { known?: Known } {
  const known = before.get(item)
  before.delete(item)
  return known ? { known } : {}
}

async function isMerged(cognito: Cognito, poolId: string, item: string): Promise<boolean> {
  const { source, destinationId } = pairOf(item)
  return (await lookupUsers(cognito, poolId, { userIdentifier: source })).identityId === destinationId
}
