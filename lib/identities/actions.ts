'use server'

import { UnlinkIdentityCommand } from '@aws-sdk/client-cognito-identity'
import { AppError } from '../core/errors.ts'
import { defineAction } from '../operation/define-action.ts'
import { requireWithinLimit } from '../operation/within-limit.ts'
import { changedEvidence, lookUpEvidence } from './deletion-evidence.ts'
import type { IdentityPage } from './identity.ts'
import { membershipOf } from './membership.ts'
import { deleteByIds, readIdentities, readIdentity } from './service.ts'
import { isLastLogin, requireConsent } from './last-login.ts'
import { CHANGED } from './seen-identity.ts'
import { deleteIdentitiesInput, identityInput, listIdentitiesInput, unlinkIdentityInput } from './schema.ts'

/** One page of a pool's identities, at most 60, in the service's own order. Errors: `NOT_FOUND` for the pool. */
export const listIdentities = defineAction({
  name: 'ListIdentities',
  effect: 'read',
  permission: 'identities:read',
  input: listIdentitiesInput,
  async run({ cognito }, { pool, ...listing }): Promise<IdentityPage> {
    const { identities, nextCursor } = await readIdentities(cognito, pool.poolId, listing)
    const proven = identities.map((one) => ({ ...one, membership: membershipOf(pool, one.identityId) }))
    return { identities: proven, nextCursor }
  },
})

/** One identity; the service does not say of which pool. Errors: `NOT_FOUND`. */
export const describeIdentity = defineAction({
  name: 'DescribeIdentity',
  effect: 'read',
  looks: true,
  permission: 'identities:read',
  input: identityInput,
  run: ({ cognito }, { identity }) => readIdentity(cognito, identity.identityId),
})

/**
 * Deletes 1 to 60 identities of one Region for good. Answers those that were refused, each with its code; all others
 * are deleted. Whether an id that does not exist is refused is the service's own affair. One that is other than it was
 * seen is refused with `Changed`. The audit keeps what was known of each, looked up before where that is asked for;
 * that a look-up fails keeps nothing from going whose users nobody saw. Errors: `CONFLICT` when the only one is other
 * than it was seen.
 */
export const deleteIdentities = defineAction({
  name: 'DeleteIdentities',
  effect: 'write',
  permission: 'identities:delete',
  input: deleteIdentitiesInput,
  takesReason: true,
  audited: ({ loaded: _, shown: __, ...input }) => input,
  async run(
    { actor, connection, cognito, audit },
    { identityIds, pool = null, loaded = [], lookUp = false, shown = [] },
  ) {
    requireWithinLimit({ actor, connection }, identityIds.length)
    const known = new Map(loaded.map((identity) => [identity.identityId, identity]))
    const identities =
      lookUp || shown.length > 0
        ? await lookUpEvidence(cognito, { identityIds, seen: known, poolId: pool?.poolId ?? null })
        : identityIds.flatMap((id) => known.get(id) ?? [])
    if (identities.length > 0) audit.before({ identities })
    const changed = changedEvidence(shown, identities)
    const [change] = changed.values()
    if (change !== undefined && identityIds.length === 1) throw isOther(change)
    const going = identityIds.filter((id) => !changed.has(id))
    const others = [...changed.keys()].map((identityId) => ({ identityId, code: CHANGED }))
    const refused = [...others, ...(await deleteByIds(cognito, going)).refused]
    const left = new Set(refused.map(({ identityId }) => identityId))
    audit.after({ deleted: identityIds.filter((id) => !left.has(id)), refused })
    return { refused }
  },
})

const isOther = (change: string) =>
  new AppError({
    code: 'CONFLICT',
    message: `${change} by now. Nothing was deleted.`,
    hint: 'Look at it as it is now, then decide again.',
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
  takesReason: true,
  async run({ cognito, audit }, { identity: { identityId }, login, provider, token, disables }) {
    const present = await readIdentity(cognito, identityId)
    audit.before(present)
    requireConsent(isLastLogin(present, login), disables)
    await cognito.send(
      new UnlinkIdentityCommand({ IdentityId: identityId, Logins: { [provider]: token }, LoginsToRemove: [login] }),
    )
    audit.after({ unlinked: login, disabled: disables })
    return { identityId, disabled: disables }
  },
})
