'use server'

import { GetOpenIdTokenForDeveloperIdentityCommand } from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../operation/define-action.ts'
import { readUnitedSides } from './read-merge-sides.ts'
import { requireTokenOf } from './require-token-of.ts'
import { SHORTEST_SECONDS, stateNow } from './service.ts'
import { uniteIdentitiesInput } from './unite-schema.ts'

/**
 * Brings the identity of a login together with that of a developer user, by a token of the login: both in one call
 * without an identity. Which of the two stays is the service's own affair. Errors: `CONFLICT` when the token signs in
 * to another identity than the operator saw, or a side is other by now; `DENIED` when the token does not count.
 */
export const uniteIdentities = defineAction({
  name: 'UniteIdentities',
  call: 'GetOpenIdTokenForDeveloperIdentity',
  effect: 'write',
  permission: 'identities:link',
  input: uniteIdentitiesInput,
  takesReason: true,
  async run({ cognito, audit }, { pool, providerName, destination, source, provider, token }) {
    audit.before(await readUnitedSides(cognito, pool.poolId, { destination, source }))
    await requireTokenOf(cognito, pool.poolId, source.identityId, { provider, token })
    const { IdentityId: identityId = '' } = await cognito.send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: pool.poolId,
        Logins: { [providerName]: destination.userIdentifier, [provider]: token },
        TokenDuration: SHORTEST_SECONDS,
      }),
    )
    audit.target({ identityId })
    const emptied = identityId === source.identityId ? destination.identityId : source.identityId
    const state = await stateNow(cognito, emptied)
    audit.after({ identityId, disabled: state === 'disabled' ? emptied : null })
    return { identityId }
  },
})
