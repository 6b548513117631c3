import { developerLogin, requireDeveloperProvider } from '../rules/developer-provider.ts'
import { mergeInto } from '../rules/link-logins.ts'
import { notFound } from '../state/errors.ts'
import { identityOfNumber } from '../state/identities.ts'
import { ownerOf } from '../state/logins.ts'
import { findPool, type Pool } from '../state/pools.ts'
import { developerProviderName, developerUserIdentifier, poolId } from '../state/shapes.ts'
import type { World } from '../state/world.ts'
import { defineOperation } from './define-operation.ts'

export const mergeDeveloperIdentities = defineOperation({
  name: 'MergeDeveloperIdentities',
  signed: true,
  input: {
    type: 'structure',
    required: {
      SourceUserIdentifier: developerUserIdentifier,
      DestinationUserIdentifier: developerUserIdentifier,
      DeveloperProviderName: developerProviderName,
      IdentityPoolId: poolId,
    },
    optional: {},
  },
  differences: [
    'Every login of the source’s identity moves, public ones too, and that identity is disabled; inferred from the merge rule of GetOpenIdToken.',
    'One public provider on both sides, or more than 20 logins together, is a ResourceConflictException; the type is inferred, the text our own.',
    'Two users of one identity are merged already: its id is the answer.',
  ],
  run({ world, region }, input) {
    return world.store.transaction(() => {
      const pool = findPool(world.store, region, input.IdentityPoolId)
      const provider = requireDeveloperProvider(pool, input.DeveloperProviderName)
      const source = ownerOfUser(world, pool, provider, input.SourceUserIdentifier)
      const target = ownerOfUser(world, pool, provider, input.DestinationUserIdentifier)
      if (source !== target) mergeInto(world, target, source)
      return { IdentityId: identityOfNumber(world.store, target)?.id }
    })
  },
})

function ownerOfUser(world: World, pool: Pool, provider: string, user: string): number {
  const owner = ownerOf(world.store, pool.number, developerLogin(provider, user))
  if (owner === null) throw notFound(`Developer user identifier '${user}' not found.`)
  return owner
}
