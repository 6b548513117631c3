import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { readIdentity } from '../identities/service.ts'
import { lookupUsers } from '../developer-identities/service.ts'
import { AppError, errorShape } from '../core/errors.ts'
import { originByDate, originUnread, type Origin } from './origin.ts'

type Call = { identityId: string; startedAt: number; answeredAt: number }

/** Where an identity comes from by its creation date; a failure to read it is an answer too. */
export async function readOrigin(cognito: Cognito, { identityId, ...call }: Call): Promise<Origin> {
  try {
    const { createdAt } = await readIdentity(cognito, identityId)
    return createdAt === null ? originUnread('The service named none.') : originByDate({ createdAt, ...call })
  } catch (error) {
    return originUnread(errorShape(error).message)
  }
}

/** Whether a pool knows a developer user; null when it does not say. */
export async function isKnownUser(cognito: Cognito, poolId: string, userIdentifier: string): Promise<boolean | null> {
  try {
    await lookupUsers(cognito, poolId, { userIdentifier })
    return true
  } catch (error) {
    return error instanceof AppError && error.code === 'NOT_FOUND' ? false : null
  }
}
