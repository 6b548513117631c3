import 'server-only'
import { z } from 'zod'
import type { Cognito } from '../aws/send.ts'
import { isId } from '../core/limits.ts'
import { lookupUsers } from '../developer-identities/service.ts'
import { readIdentity } from '../identities/service.ts'
import { answerEach, type ItemAnswer } from './answer-each.ts'
import type { ListedIdentity } from './found.ts'
import { defineKind } from './job-kind.ts'

/** `hasDeveloperProvider`: without one a pool has no users, and an identity ID is looked for in the whole Region. */
const parameters = z.object({ hasDeveloperProvider: z.boolean() })

/** Looks up developer user identifiers and identity IDs, one by one. It changes nothing. */
export const lookUpListJob = defineKind({
  kind: 'look-up-list',
  operation: 'LookupDeveloperIdentity',
  effect: 'read',
  permission: 'developer-identities:read',
  takesIds: 'frozen',
  parameters,
  work: ({ cognito, job: { jobId, poolId }, parameters: { hasDeveloperProvider } }) =>
    answerEach({
      jobId,
      ask: (item) => find(cognito, hasDeveloperProvider ? poolId : null, item),
      isDone: async () => false,
    }),
})

async function find(cognito: Cognito, poolId: string | null, item: string): Promise<ItemAnswer> {
  const by = isId(item) ? { identityId: item } : { userIdentifier: item }
  const none = { identityId: item, userIdentifiers: [], nextCursor: null }
  const { identityId, userIdentifiers, nextCursor } = poolId === null ? none : await lookupUsers(cognito, poolId, by)
  const found: ListedIdentity = {
    ...(await readIdentity(cognito, identityId)),
    userIdentifiers,
    more: nextCursor !== null,
  }
  return { found }
}
