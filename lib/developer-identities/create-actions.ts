'use server'

import { defineAction } from '../operation/define-action.ts'
import { createDeveloperUserInput } from './create-schema.ts'
import { homeOfUser, signUpUser } from './service.ts'

/**
 * Makes an identity for a developer user. The token that the service gives for it never leaves this function. A user who
 * leads to an identity already keeps that, and `made` is false: nothing is asked of the service then.
 */
export const createDeveloperUser = defineAction({
  name: 'CreateDeveloperUser',
  call: 'GetOpenIdTokenForDeveloperIdentity',
  effect: 'write',
  permission: 'identities:create',
  input: createDeveloperUserInput,
  takesReason: true,
  async run({ cognito, audit }, { pool, providerName, userIdentifier }) {
    const home = await homeOfUser(cognito, pool.poolId, userIdentifier)
    const made = home === null
    const identityId = made ? await signUpUser(cognito, pool.poolId, { [providerName]: userIdentifier }) : home
    audit.target({ identityId })
    audit.after({ identityId, made })
    return { identityId, made }
  },
})
