import 'server-only'
import {
  DescribeIdentityCommand,
  ListIdentitiesCommand,
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
