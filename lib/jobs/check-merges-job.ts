import 'server-only'
import { z } from 'zod'
import type { Cognito } from '../aws/send.ts'
import { errorShape } from '../core/errors.ts'
import type { MergeSide } from '../developer-identities/developer-identity.ts'
import { mergeConflicts } from '../developer-identities/merge-conflicts.ts'
import { providerName as providerNameSchema } from '../developer-identities/schema.ts'
import { lookupUsers } from '../developer-identities/service.ts'
import { readIdentity } from '../identities/service.ts'
import { answerEach, type ItemAnswer } from './answer-each.ts'
import type { CheckedMerge, CheckedSide } from './found.ts'
import { defineKind } from './job-kind.ts'
import { pairOf } from './merge-item.ts'

const parameters = z.object({ providerName: providerNameSchema })

/**
 * The dry run of a list of merges: reads both sides of each pair, and refuses those that have a conflict by its code. It
 * changes nothing.
 */
export const checkMergesJob = defineKind({
  kind: 'check-merges',
  operation: 'LookupDeveloperIdentity',
  effect: 'read',
  permission: 'identities:merge',
  takesIds: 'frozen',
  parameters,
  work: ({ cognito, job: { jobId, poolId }, parameters: { providerName } }) =>
    answerEach({
      jobId,
      ask: (item) => check(cognito, { poolId: poolId ?? '', providerName, item }),
      isDone: async () => false,
    }),
})

type Check = { poolId: string; providerName: string; item: string }

async function check(cognito: Cognito, { poolId, providerName, item }: Check): Promise<ItemAnswer> {
  const { source: from, destination: to } = pairOf(item)
  const [source, destination] = await Promise.all([sideOf(cognito, poolId, from), sideOf(cognito, poolId, to)])
  if (source === null) return { refused: 'SourceNotFound' }
  if (destination === null) return { refused: 'DestinationNotFound' }
  const [conflict] = mergeConflicts(destination, source, providerName)
  if (conflict) return { refused: conflict.code }
  const found: CheckedMerge = { source: checked(source), destination: checked(destination), providerName }
  return { found }
}

/** Null for a user whom the pool does not know. */
async function sideOf(cognito: Cognito, poolId: string, userIdentifier: string): Promise<MergeSide | null> {
  try {
    const { identityId, userIdentifiers } = await lookupUsers(cognito, poolId, { userIdentifier })
    return { userIdentifier, identity: await readIdentity(cognito, identityId), userIdentifiers }
  } catch (error) {
    if (errorShape(error).code === 'NOT_FOUND') return null
    throw error
  }
}

const checked = ({ identity: { identityId, logins }, userIdentifiers }: MergeSide): CheckedSide => ({
  identityId,
  logins,
  userIdentifiers,
})
