import { requireDeveloperProvider } from '../rules/developer-provider.ts'
import { unlink } from '../rules/link-logins.ts'
import { notFound } from '../state/errors.ts'
import { findIdentityOfPool } from '../state/identities.ts'
import { loginsOf } from '../state/logins.ts'
import { findPool } from '../state/pools.ts'
import { developerProviderName, developerUserIdentifier, identityId, poolId } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const unlinkDeveloperIdentity = defineOperation({
  name: 'UnlinkDeveloperIdentity',
  signed: true,
  input: {
    type: 'structure',
    required: {
      IdentityId: identityId,
      IdentityPoolId: poolId,
      DeveloperProviderName: developerProviderName,
      DeveloperUserIdentifier: developerUserIdentifier,
    },
    optional: {},
  },
  differences: [
    'A user that is not linked to the identity is a ResourceNotFoundException; inferred, the text is our own.',
  ],
  run({ world, region }, input) {
    world.store.transaction(() => {
      const pool = findPool(world.store, region, input.IdentityPoolId)
      const provider = requireDeveloperProvider(pool, input.DeveloperProviderName)
      const identity = findIdentityOfPool(world.store, pool, input.IdentityId)
      const login = loginsOf(world.store, identity.number).find(
        (one) => one.developer && one.provider === provider && one.subject === input.DeveloperUserIdentifier,
      )
      if (!login) throw notFound(`Developer user identifier '${input.DeveloperUserIdentifier}' not found.`)
      unlink(world, identity, [login.number])
    })
    return undefined
  },
})
