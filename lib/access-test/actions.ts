'use server'

import {
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { lostAttempt } from '../audit/lost-attempt.ts'
import { defineAction } from '../operation/define-action.ts'
import { regionOfId } from '../core/limits.ts'
import { sessionRole } from './service.ts'
import { readOrigin } from '../identities/read-origin.ts'
import { isKnownUser } from './is-known-user.ts'
import { originOfGuest, originOfUser } from './subject-origin.ts'
import { refuseLinking } from './refuse-linking.ts'
import {
  getCredentialsInput,
  getIdInput,
  getOpenIdTokenInput,
  testDeveloperSignInInput,
  type SignIn,
} from './schema.ts'

const FIVE_MINUTES = 300

/** Finds the identity of a login or makes one; a guest is always a new one. Whether it was made is part of the answer. */
export const getId = defineAction({
  name: 'GetId',
  effect: 'write',
  permission: 'access:test',
  input: getIdInput,
  async run({ actor, cognito, audit }, { pool, signIn, afterLost }) {
    const lost = await lostAttempt(actor, afterLost)
    const startedAt = Date.now()
    const { IdentityId: identityId = '' } = await cognito.send(
      new GetIdCommand({ IdentityPoolId: pool.poolId, Logins: toLogins(signIn) }),
    )
    audit.target({ identityId })
    const call = { startedAt, endedAt: Date.now() }
    const origin = signIn === null ? originOfGuest : await readOrigin(cognito, identityId, call, lost)
    audit.after({ identityId, made: origin.made })
    return { identityId, origin }
  },
})

/** Signs in as a user of the developer provider, whose identity is found or made. The token is good for five minutes. */
export const testDeveloperSignIn = defineAction({
  name: 'TestDeveloperSignIn',
  effect: 'write',
  permission: 'access:test',
  input: testDeveloperSignInInput,
  async run({ actor, cognito, audit }, { pool, providerName, userIdentifier, afterLost }) {
    const lost = await lostAttempt(actor, afterLost)
    // That the user is known after an attempt whose answer was lost tells nothing of before.
    const known = lost ? null : await isKnownUser(cognito, pool.poolId, userIdentifier)
    const startedAt = Date.now()
    const { IdentityId: identityId = '', Token: token = '' } = await cognito.send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: pool.poolId,
        Logins: { [providerName]: userIdentifier },
        TokenDuration: FIVE_MINUTES,
      }),
    )
    audit.target({ identityId })
    const call = { startedAt, endedAt: Date.now() }
    const origin = known === null ? await readOrigin(cognito, identityId, call, lost) : originOfUser(known)
    audit.after({ identityId, made: origin.made, handedOut: 'OpenID token' })
    return { identityId, origin, token }
  },
})

/** The basic flow's token of an identity. Errors: `CONFLICT` for a login with a guest, which it would be linked to. */
export const getOpenIdToken = defineAction({
  name: 'GetOpenIdToken',
  effect: 'write',
  permission: 'access:test',
  input: getOpenIdTokenInput,
  async run({ cognito, audit }, { identity, signIn }) {
    await refuseLinking(cognito, identity.identityId, signIn)
    const { IdentityId: identityId = identity.identityId, Token: token = '' } = await cognito.send(
      new GetOpenIdTokenCommand({ IdentityId: identity.identityId, Logins: toLogins(signIn) }),
    )
    audit.after({ identityId, handedOut: 'OpenID token' })
    return { identityId, token }
  },
})

/** The enhanced flow's credentials of an identity, good for an hour, with their role where it can be told. */
export const getCredentialsForIdentity = defineAction({
  name: 'GetCredentialsForIdentity',
  effect: 'write',
  permission: 'access:test',
  input: getCredentialsInput,
  needsFresh: () => true,
  async run({ connection, cognito, audit }, { pool, identity, signIn, customRoleArn }) {
    await refuseLinking(cognito, identity.identityId, signIn)
    const { IdentityId: identityId = identity.identityId, Credentials = {} } = await cognito.send(
      new GetCredentialsForIdentityCommand({
        IdentityId: identity.identityId,
        Logins: toLogins(signIn),
        CustomRoleArn: customRoleArn,
      }),
    )
    const keys = {
      accessKeyId: Credentials.AccessKeyId ?? '',
      secretAccessKey: Credentials.SecretKey ?? '',
      sessionToken: Credentials.SessionToken ?? '',
      expiresAt: Credentials.Expiration?.getTime() ?? null,
    }
    const role = await sessionRole(connection, regionOfId(pool.poolId), keys)
    audit.after({
      identityId,
      handedOut: 'credentials',
      role: role?.roleArn ?? null,
      expiresAt: Credentials.Expiration,
    })
    return { identityId, keys, role }
  },
})

const toLogins = (signIn: SignIn) => (signIn === null ? undefined : { [signIn.provider]: signIn.token })
