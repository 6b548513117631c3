import 'server-only'
import {
  DeleteIdentitiesCommand,
  DescribeIdentityCommand,
  ListIdentitiesCommand,
  LookupDeveloperIdentityCommand,
  type IdentityDescription,
} from '@aws-sdk/client-cognito-identity'
import type { Cognito } from '../aws/send.ts'
import { PAGE_SIZE } from '../core/limits.ts'
import { stateOf, withoutMarker, type Identity, type IdentityPage } from './identity.ts'

type Listing = { hideDisabled: boolean; cursor?: string | undefined }

/** One page of a pool's identities, at most 60, in the service's own order. Errors: `NOT_FOUND` for the pool. */
export async function readIdentities(cognito: Cognito, poolId: string, listing: Listing): Promise<IdentityPage> {
  const page = await cognito.send(
    new ListIdentitiesCommand({
      IdentityPoolId: poolId,
      MaxResults: PAGE_SIZE,
      NextToken: listing.cursor,
      HideDisabled: listing.hideDisabled,
    }),
  )
  return { identities: (page.Identities ?? []).map(toIdentity), nextCursor: page.NextToken ?? null }
}

/** One identity; the service does not say of which pool. Errors: `NOT_FOUND`. */
export const readIdentity = async (cognito: Cognito, identityId: string): Promise<Identity> =>
  toIdentity(await cognito.send(new DescribeIdentityCommand({ IdentityId: identityId })))

/** The developer users that lead to an identity of a pool; it has at most 20 logins, so one page has them all. */
export async function readUsersOf(cognito: Cognito, poolId: string, identityId: string): Promise<string[]> {
  const { DeveloperUserIdentifierList = [] } = await cognito.send(
    new LookupDeveloperIdentityCommand({ IdentityPoolId: poolId, IdentityId: identityId, MaxResults: PAGE_SIZE }),
  )
  return DeveloperUserIdentifierList
}

/** What one deletion did not take, each with the service's code; all others are gone. */
export type DeletionAnswer = { refused: { identityId: string; code: string }[]; requestId: string | null }

/** Deletes 1 to 60 identities of one Region; none sends nothing. */
export async function deleteByIds(cognito: Cognito, identityIds: readonly string[]): Promise<DeletionAnswer> {
  if (identityIds.length === 0) return { refused: [], requestId: null }
  const answer = await cognito.send(new DeleteIdentitiesCommand({ IdentityIdsToDelete: [...identityIds] }))
  const refused = (answer.UnprocessedIdentityIds ?? []).map(
    ({ IdentityId: identityId = '', ErrorCode: code = 'InternalServerError' }) => ({ identityId, code }),
  )
  return { refused, requestId: answer.$metadata.requestId ?? null }
}

const toIdentity = ({
  IdentityId = '',
  Logins = [],
  CreationDate,
  LastModifiedDate,
}: IdentityDescription): Identity => ({
  identityId: IdentityId,
  state: stateOf(Logins),
  logins: withoutMarker(Logins),
  createdAt: CreationDate?.getTime() ?? null,
  modifiedAt: LastModifiedDate?.getTime() ?? null,
})
