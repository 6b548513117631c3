import { findPool } from '../state/pools.ts'
import { principalTagMap } from '../state/principal-tags.ts'
import { poolId, providerName } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const getPrincipalTagAttributeMap = defineOperation({
  name: 'GetPrincipalTagAttributeMap',
  signed: true,
  input: {
    type: 'structure',
    required: { IdentityPoolId: poolId, IdentityProviderName: providerName },
    optional: {},
  },
  differences: [
    'A provider that was never set is answered with UseDefaults `false` and no tags; not observed on the service.',
  ],
  run({ world, region }, input) {
    const pool = findPool(world.store, region, input.IdentityPoolId)
    const { useDefaults, tags } = principalTagMap(world.store, pool, input.IdentityProviderName)
    return {
      IdentityPoolId: pool.id,
      IdentityProviderName: input.IdentityProviderName,
      UseDefaults: useDefaults,
      PrincipalTags: tags,
    }
  },
})
