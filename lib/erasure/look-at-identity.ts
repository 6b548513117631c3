import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { AppError } from '../core/errors.ts'
import { everyPage } from '../core/every-page.ts'
import { lookupUsers } from '../developer-identities/service.ts'
import type { Identity } from '../identities/identity.ts'
import { readIdentity } from '../identities/service.ts'

/** The identity as the service has it; null when it knows none. */
export const identityOrGone = (cognito: Cognito, identityId: string): Promise<Identity | null> =>
  readIdentity(cognito, identityId).catch(nullWhenUnknown)

/** Everyone of a pool's developer provider who leads to an identity; nobody where the pool does not know it. */
export async function usersOf(cognito: Cognito, poolId: string | null, identityId: string): Promise<string[]> {
  if (poolId === null) return []
  const users: string[] = []
  try {
    for await (const page of everyPage((cursor) => lookupUsers(cognito, poolId, { identityId, cursor })))
      users.push(...page.userIdentifiers)
  } catch (error) {
    nullWhenUnknown(error)
  }
  return users
}

/** AWS knows no such thing: every other failure says nothing of it. */
function nullWhenUnknown(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND' && error.shape.awsName) return null
  throw error
}
