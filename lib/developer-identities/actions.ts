'use server'

import {
  GetOpenIdTokenForDeveloperIdentityCommand,
  UnlinkDeveloperIdentityCommand,
  UnlinkIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../operation/define-action.ts'
import { readIdentity } from '../identities/service.ts'
import { readPool } from '../pools/service.ts'
import { regionOfId } from '../core/limits.ts'
import { lookupUsers, mergeUsers, SHORTEST_SECONDS } from './service.ts'
import { isLastLogin, isLastUser, requireConsent } from '../identities/last-login.ts'
import { answersOfPools } from './answers-of-pools.ts'
import { readMergeSides } from './read-merge-sides.ts'
import {
  findDeveloperIdentityInput,
  linkDeveloperIdentityInput,
  lookupDeveloperIdentityInput,
  mergeDeveloperIdentitiesInput,
  unlinkDeveloperIdentityInput,
  unlinkLoginAsDeveloperInput,
} from './schema.ts'

const SERVICE = 'cognito-identity.amazonaws.com'
const ONE_MINUTE = 60

/** One page of the users that lead to an identity, by one of them or by its id. Errors: `NOT_FOUND`. */
export const lookupDeveloperIdentity = defineAction({
  name: 'LookupDeveloperIdentity',
  effect: 'read',
  looks: true,
  permission: 'developer-identities:read',
  input: lookupDeveloperIdentityInput,
  run: ({ cognito }, { pool, ...by }) => lookupUsers(cognito, pool.poolId, by),
})

/** One user or identity in many pools at once; each pool's answer as it comes, a refusal like any other. */
export const findDeveloperIdentity = defineAction({
  name: 'LookupDeveloperIdentity',
  effect: 'read',
  looks: true,
  permission: 'developer-identities:read',
  input: findDeveloperIdentityInput,
  stream: ({ cognitoIn }, { pools, identityId, userIdentifier }) =>
    answersOfPools(pools, {
      developerProvider: async (poolId) =>
        (await readPool(cognitoIn(regionOfId(poolId)), poolId)).developerProviderName,
      lookup: (poolId) => lookupUsers(cognitoIn(regionOfId(poolId)), poolId, { identityId, userIdentifier }),
    }),
})

/**
 * Moves every login of the source's identity to the destination's and disables the former for good. Errors: `CONFLICT`
 * when a user leads to another identity than the operator saw, or when the logins do not go together.
 */
export const mergeDeveloperIdentities = defineAction({
  name: 'MergeDeveloperIdentities',
  effect: 'write',
  permission: 'identities:merge',
  input: mergeDeveloperIdentitiesInput,
  takesReason: true,
  async run({ cognito, audit }, { pool, providerName, source, destination }) {
    audit.before(await readMergeSides(cognito, pool.poolId, { source, destination }))
    const users = { source: source.userIdentifier, destination: destination.userIdentifier }
    const merged = await mergeUsers(cognito, { poolId: pool.poolId, providerName, ...users })
    const identityId = merged ?? destination.identityId
    audit.target({ identityId })
    audit.after({ identityId, disabled: source.identityId })
    return { identityId }
  },
})

/** Takes one user away from an identity. Errors: `CONFLICT` when that disables it and the operator was not told. */
export const unlinkDeveloperIdentity = defineAction({
  name: 'UnlinkDeveloperIdentity',
  effect: 'write',
  permission: 'identities:unlink',
  input: unlinkDeveloperIdentityInput,
  takesReason: true,
  async run({ cognito, audit }, { pool, identity: { identityId }, providerName, userIdentifier, disables }) {
    const [present, { userIdentifiers }] = await Promise.all([
      readIdentity(cognito, identityId),
      lookupUsers(cognito, pool.poolId, { identityId }),
    ])
    audit.before({ ...present, userIdentifiers })
    requireConsent(isLastUser(present, userIdentifiers, providerName, userIdentifier), disables)
    await cognito.send(
      new UnlinkDeveloperIdentityCommand({
        IdentityPoolId: pool.poolId,
        IdentityId: identityId,
        DeveloperProviderName: providerName,
        DeveloperUserIdentifier: userIdentifier,
      }),
    )
    audit.after({ unlinked: userIdentifier, disabled: disables })
    return { identityId, disabled: disables }
  },
})

/**
 * Lets one more user lead to an identity, with a token of its public login where it has one. The token that the service
 * gives for it never leaves this function. Errors: `CONFLICT` when the user leads to another identity already.
 */
export const linkDeveloperIdentity = defineAction({
  name: 'GetOpenIdTokenForDeveloperIdentity',
  effect: 'write',
  permission: 'identities:link',
  input: linkDeveloperIdentityInput,
  takesReason: true,
  async run({ cognito, audit }, { pool, identity, providerName, userIdentifier, proof }) {
    const answer = await cognito.send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: pool.poolId,
        IdentityId: identity.identityId,
        Logins: { [providerName]: userIdentifier, ...(proof && { [proof.provider]: proof.token }) },
        TokenDuration: SHORTEST_SECONDS,
      }),
    )
    const identityId = answer.IdentityId ?? identity.identityId
    audit.target({ identityId })
    audit.after({ identityId, linked: userIdentifier })
    return { identityId }
  },
})

/**
 * Takes a public login away with a developer token as the proof, which the service may refuse (`DENIED`). The token
 * stays here.
 */
export const unlinkLoginAsDeveloper = defineAction({
  name: 'UnlinkIdentity',
  effect: 'write',
  permission: 'identities:unlink',
  input: unlinkLoginAsDeveloperInput,
  takesReason: true,
  async run({ cognito, audit }, { pool, identity, providerName, userIdentifier, login, disables }) {
    const { identityId } = identity
    const present = await readIdentity(cognito, identityId)
    audit.before(present)
    requireConsent(isLastLogin(present, login), disables)
    const { Token = '' } = await cognito.send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: pool.poolId,
        IdentityId: identityId,
        Logins: { [providerName]: userIdentifier },
        TokenDuration: ONE_MINUTE,
      }),
    )
    await cognito.send(
      new UnlinkIdentityCommand({ IdentityId: identityId, Logins: { [SERVICE]: Token }, LoginsToRemove: [login] }),
    )
    audit.after({ unlinked: login, disabled: disables })
    return { identityId, disabled: disables }
  },
})
