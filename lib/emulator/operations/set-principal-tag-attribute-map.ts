import { findPool } from '../state/pools.ts'
import { savePrincipalTagMap } from '../state/principal-tags.ts'
import { boolean, poolId, principalTags, providerName } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const setPrincipalTagAttributeMap = defineOperation({
  name: 'SetPrincipalTagAttributeMap',
  signed: true,
  input: {
    type: 'structure',
    required: { IdentityPoolId: poolId, IdentityProviderName: providerName },
    optional: { UseDefaults: boolean, PrincipalTags: principalTags },
  },
  differences: [
    'The provider need not be one of the pool’s.',
    'The limit of 460 bytes for all attributes together is not enforced.',
  ],
  run({ world, region }, input) {
    const pool = findPool(world.store, region, input.IdentityPoolId)
    const map = { useDefaults: input.UseDefaults ?? false, tags: input.PrincipalTags ?? {} }
    savePrincipalTagMap(world.store, pool, input.IdentityProviderName, map)
    return {
      IdentityPoolId: pool.id,
      IdentityProviderName: input.IdentityProviderName,
      UseDefaults: map.useDefaults,
      PrincipalTags: map.tags,
    }
  },
})
