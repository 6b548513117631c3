import { findPool } from '../state/pools.ts'
import { toldPrincipalTags } from '../state/principal-tags.ts'
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
    'A provider that was never set is answered with UseDefaults `false` and no tags; `--untouched-tags defaults` answers with `true`, `not-found` with a ResourceNotFoundException. None was observed on the service.',
  ],
  run({ world, region }, input) {
    const pool = findPool(world.store, region, input.IdentityPoolId)
    const { useDefaults, tags } = toldPrincipalTags(world, pool, input.IdentityProviderName)
    return {
      IdentityPoolId: pool.id,
      IdentityProviderName: input.IdentityProviderName,
      UseDefaults: useDefaults,
      PrincipalTags: tags,
    }
  },
})
