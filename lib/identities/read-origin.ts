import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { errorShape } from '../core/errors.ts'
import { originByDate, originUnread, type Origin } from './origin.ts'
import { readIdentity } from './service.ts'

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
