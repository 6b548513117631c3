import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { readIdentity } from '../identities/service.ts'
import type { Identity } from '../identities/identity.ts'
import { lookupUsers } from './service.ts'
import { AppError } from '../core/errors.ts'
import type { MergeSide } from './developer-identity.ts'

type SeenIdentity = { identityId: string; logins: string[] }
type Seen = SeenIdentity & { userIdentifier: string; userIdentifiers: string[] }

/** Both sides of a merge as they are now. Errors: `CONFLICT` when one is other than it was seen; `NOT_FOUND`. */
export async function readMergeSides(cognito: Cognito, poolId: string, seen: { source: Seen; destination: Seen }) {
  const [source, destination] = await Promise.all([
    readMergeSide(cognito, poolId, seen.source),
    readMergeSide(cognito, poolId, seen.destination),
  ])
  return { source, destination }
}

async function readMergeSide(cognito: Cognito, poolId: string, seen: Seen): Promise<MergeSide> {
  const { userIdentifier } = seen
  const { userIdentifiers } = await requireIdentityOf(cognito, poolId, seen)
  const identity = await readIdentityAsSeen(cognito, seen)
  if (!isSameSet(userIdentifiers, seen.userIdentifiers))
    throw changed(`Other users than you saw lead to the identity of ${userIdentifier} by now.`)
  return { userIdentifier, identity, userIdentifiers }
}

/** Errors: `CONFLICT` when it has other logins by now. */
async function readIdentityAsSeen(cognito: Cognito, { identityId, logins }: SeenIdentity): Promise<Identity> {
  const identity = await readIdentity(cognito, identityId)
  if (!isSameSet(identity.logins, logins)) throw changed(`${identityId} has other logins by now than you saw.`)
  return identity
}

/** The two identities that a token shall unite, as they are now. Errors: as for a merge. */
export async function readUnitedSides(
  cognito: Cognito,
  poolId: string,
  seen: { source: SeenIdentity; destination: Seen },
) {
  const [source, destination] = await Promise.all([
    readIdentityAsSeen(cognito, seen.source),
    readMergeSide(cognito, poolId, seen.destination),
  ])
  return { source: { identity: source }, destination }
}

async function requireIdentityOf(cognito: Cognito, poolId: string, { userIdentifier, identityId }: Seen) {
  const found = await lookupUsers(cognito, poolId, { userIdentifier })
  if (found.identityId !== identityId)
    throw changed(`${userIdentifier} leads to another identity by now: ${found.identityId}.`)
  return found
}

const changed = (what: string) =>
  new AppError({
    code: 'CONFLICT',
    message: `${what} Nothing was changed.`,
    hint: 'Compare the two again, then decide.',
  })

const isSameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item) => other.includes(item))
