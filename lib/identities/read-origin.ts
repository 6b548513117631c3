import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { errorShape } from '../core/errors.ts'
import { originByDate, originUnread, type CallTimes, type Origin } from './origin.ts'
import { readIdentity } from './service.ts'

/**
 * Where an identity comes from by its creation date; a failure to read it is an answer too. `lost`: an earlier attempt
 * whose answer never came.
 */
export async function readOrigin(
  cognito: Cognito,
  identityId: string,
  call: CallTimes,
  lost: CallTimes | null,
): Promise<Origin> {
  try {
    const { createdAt } = await readIdentity(cognito, identityId)
    return createdAt === null ? originUnread('The service named none.') : originByDate(createdAt, call, lost)
  } catch (error) {
    return originUnread(errorShape(error).message)
  }
}
