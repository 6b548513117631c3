'use server'

import {
  DeleteIdentitiesCommand,
  DescribeIdentityCommand,
  ListIdentitiesCommand,
} from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../action.ts'
import { PAGE_SIZE } from '../cognito/limits.ts'
import { deleteIdentitiesInput, identityInput, listIdentitiesInput } from './schema.ts'
import { toIdentity } from './to-identity.ts'

/** One page of a pool's identities, at most 60, in the service's own order. Errors: `NOT_FOUND` for the pool. */
export const listIdentities = defineAction({
  name: 'ListIdentities',
  effect: 'read',
  permission: 'identities:read',
  input: listIdentitiesInput,
  async run({ cognito }, { pool, cursor, hideDisabled }) {
    const page = await cognito.send(
      new ListIdentitiesCommand({
        IdentityPoolId: pool.poolId,
        MaxResults: PAGE_SIZE,
        NextToken: cursor,
        HideDisabled: hideDisabled,
      }),
    )
    return { identities: (page.Identities ?? []).map(toIdentity), nextCursor: page.NextToken ?? null }
  },
})

/** One identity; the service does not say of which pool. Errors: `NOT_FOUND`. */
export const describeIdentity = defineAction({
  name: 'DescribeIdentity',
  effect: 'read',
  permission: 'identities:read',
  input: identityInput,
  async run({ cognito }, { identity }) {
    return toIdentity(await cognito.send(new DescribeIdentityCommand({ IdentityId: identity.identityId })))
  },
})

/**
 * Deletes 1 to 60 identities of one Region for good. Answers the ones that the service refused, each with its code;
 * all others are deleted. Whether an id that does not exist is refused is the service's own affair.
 */
export const deleteIdentities = defineAction({
  name: 'DeleteIdentities',
  effect: 'write',
  permission: 'identities:delete',
  input: deleteIdentitiesInput,
  async run({ cognito, audit }, { identityIds }) {
    const answer = await cognito.send(new DeleteIdentitiesCommand({ IdentityIdsToDelete: identityIds }))
    const refused = (answer.UnprocessedIdentityIds ?? []).map(({ IdentityId = '', ErrorCode }) => ({
      identityId: IdentityId,
      code: ErrorCode ?? 'InternalServerError',
    }))
    audit.after({ refused })
    return { refused }
  },
})
