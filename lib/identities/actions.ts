'use server'

import { DeleteIdentitiesCommand, ListIdentitiesCommand, UnlinkIdentityCommand } from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../action.ts'
import { readIdentity } from '../cognito/describe-identity.ts'
import { PAGE_SIZE } from '../cognito/limits.ts'
import { isLastLogin, refuseUntold } from './last-login.ts'
import { deleteIdentitiesInput, identityInput, listIdentitiesInput, unlinkIdentityInput } from './schema.ts'
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
    return toIdentity(await readIdentity(cognito, identity.identityId))
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

/**
 * Takes a public login away from an identity; the proof is a valid token of any of its logins, and no IAM right stands
 * in for it. Errors: `DENIED` with the service's reason when the token does not count; `CONFLICT` when this disables
 * the identity and the operator was not told.
 */
export const unlinkIdentity = defineAction({
  name: 'UnlinkIdentity',
  effect: 'write',
  permission: 'identities:unlink',
  input: unlinkIdentityInput,
  async run({ cognito, audit }, { identity: { identityId }, login, provider, token, disables }) {
    const present = toIdentity(await readIdentity(cognito, identityId))
    audit.before(present)
    refuseUntold(isLastLogin(present, login), disables)
    await cognito.send(
      new UnlinkIdentityCommand({ IdentityId: identityId, Logins: { [provider]: token }, LoginsToRemove: [login] }),
    )
    audit.after({ unlinked: login, disabled: disables })
    return { identityId, disabled: disables }
  },
})
