import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { nullWhenUnknown } from '../core/null-when-unknown.ts'
import type { Identity } from '../identities/identity.ts'
import { readIdentity, readUsersOf } from '../identities/service.ts'

/** The identity as the service has it; null when it knows none. */
export const identityOrGone = (cognito: Cognito, identityId: string): Promise<Identity | null> =>
  readIdentity(cognito, identityId).catch(nullWhenUnknown)

/** Everyone of a pool's developer provider who leads to an identity; nobody where the pool does not know it. */
export async function usersOf(cognito: Cognito, poolId: string | null, identityId: string): Promise<string[]> {
  if (poolId === null) return []
  return (await readUsersOf(cognito, poolId, identityId).catch(nullWhenUnknown)) ?? []
}
