import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { lookupUsers } from '../developer-identities/service.ts'
import { AppError } from '../core/errors.ts'

/** Whether a pool knows a developer user; null when it does not say. */
export async function isKnownUser(cognito: Cognito, poolId: string, userIdentifier: string): Promise<boolean | null> {
  try {
    await lookupUsers(cognito, poolId, { userIdentifier })
    return true
  } catch (error) {
    return error instanceof AppError && error.code === 'NOT_FOUND' ? false : null
  }
}
