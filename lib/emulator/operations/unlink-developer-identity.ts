import { requireDeveloperProvider } from '../developer-provider.ts'
import { identityNotFound, notFound } from '../errors.ts'
import { findIdentity } from '../identities.ts'
import { loginsOf } from '../logins.ts'
import { defineOperation } from '../operation.ts'
import { findPool } from '../pools.ts'
import { developerProviderName, developerUserIdentifier, identityId, poolId } from '../shapes.ts'
import { unlink } from '../sign-in.ts'

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
      const identity = findIdentity(world.store, region, input.IdentityId)
      if (identity.pool !== pool.number) throw identityNotFound(input.IdentityId)
      const login = loginsOf(world.store, identity.number).find(
        (one) => one.developer && one.provider === provider && one.subject === input.DeveloperUserIdentifier,
      )
      if (!login) throw notFound(`Developer user identifier '${input.DeveloperUserIdentifier}' not found.`)
      unlink(world, identity, [login.number])
    })
    return undefined
  },
})
