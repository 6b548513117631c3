import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { readIdentity } from '../identities/service.ts'
import { lookupUsers } from './service.ts'
import { AppError } from '../core/errors.ts'
import type { MergeSide } from './developer-identity.ts'

type Seen = { userIdentifier: string; identityId: string }

/** Both sides of a merge as they are now. Errors: `CONFLICT` when one leads elsewhere; `NOT_FOUND`. */
export async function readMergeSides(cognito: Cognito, poolId: string, seen: { source: Seen; destination: Seen }) {
  const [source, destination] = await Promise.all([
    readMergeSide(cognito, poolId, seen.source),
    readMergeSide(cognito, poolId, seen.destination),
  ])
  return { source, destination }
}

async function readMergeSide(
  cognito: Cognito,
  poolId: string,
  { userIdentifier, identityId }: Seen,
): Promise<MergeSide> {
  const found = await lookupUsers(cognito, poolId, { userIdentifier })
  if (found.identityId !== identityId) {
    throw new AppError({
      code: 'CONFLICT',
      message: `${userIdentifier} leads to another identity by now: ${found.identityId}. Nothing was merged.`,
      hint: 'Compare the two users again, then decide.',
    })
  }
  const identity = await readIdentity(cognito, identityId)
  return { userIdentifier, identity, userIdentifiers: found.userIdentifiers }
}
