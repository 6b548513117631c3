import 'server-only'
import {
  GetOpenIdTokenForDeveloperIdentityCommand,
  LookupDeveloperIdentityCommand,
  MergeDeveloperIdentitiesCommand,
} from '@aws-sdk/client-cognito-identity'
import type { IdentityState } from '../identities/identity.ts'
import { readIdentity } from '../identities/service.ts'
import type { DeveloperIdentityPage } from './developer-identity.ts'
import type { Cognito } from '../aws/send.ts'
import { AppError } from '../core/errors.ts'
import { PAGE_SIZE } from '../core/limits.ts'

/** A token that is thrown away at once: a second is the shortest that it can last. */
export const SHORTEST_SECONDS = 1

type Lookup = { identityId?: string | undefined; userIdentifier?: string | undefined; cursor?: string | undefined }

/** One page of the users that lead to an identity. Errors: `NOT_FOUND`; `CONFLICT` when two keys do not match. */
export async function lookupUsers(cognito: Cognito, poolId: string, by: Lookup): Promise<DeveloperIdentityPage> {
  const page = await cognito.send(
    new LookupDeveloperIdentityCommand({
      IdentityPoolId: poolId,
      IdentityId: by.identityId,
      DeveloperUserIdentifier: by.userIdentifier,
      MaxResults: PAGE_SIZE,
      NextToken: by.cursor,
    }),
  )
  return {
    identityId: page.IdentityId ?? by.identityId ?? '',
    userIdentifiers: page.DeveloperUserIdentifierList ?? [],
    nextCursor: page.NextToken ?? null,
  }
}

/** The identity that a user leads to; null when the pool knows no such user. Errors: `DENIED` and what else keeps it untold. */
export const homeOfUser = (cognito: Cognito, poolId: string, userIdentifier: string): Promise<string | null> =>
  lookupUsers(cognito, poolId, { userIdentifier }).then(
    ({ identityId }) => identityId,
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return null
      throw error
    },
  )

/** The identity of a developer user, which is made where there is none. The token of it is dropped here. */
export async function signUpUser(cognito: Cognito, poolId: string, logins: Record<string, string>): Promise<string> {
  const { IdentityId = '' } = await cognito.send(
    new GetOpenIdTokenForDeveloperIdentityCommand({
      IdentityPoolId: poolId,
      Logins: logins,
      TokenDuration: SHORTEST_SECONDS,
    }),
  )
  return IdentityId
}

type Merge = { poolId: string; providerName: string; source: string; destination: string }

/** Merges the identity of one user into that of another; the id of the one that stays. Errors: `CONFLICT`, `NOT_FOUND`. */
export async function mergeUsers(cognito: Cognito, { poolId, providerName, source, destination }: Merge) {
  const { IdentityId } = await cognito.send(
    new MergeDeveloperIdentitiesCommand({
      IdentityPoolId: poolId,
      DeveloperProviderName: providerName,
      SourceUserIdentifier: source,
      DestinationUserIdentifier: destination,
    }),
  )
  return IdentityId ?? null
}

/** What an identity is after an act that is done already: a failure to read it takes nothing back. */
export const stateNow = (cognito: Cognito, identityId: string): Promise<IdentityState | null> =>
  readIdentity(cognito, identityId).then(
    ({ state }) => state,
    () => null,
  )
