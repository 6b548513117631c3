import { deletePool, findPool } from '../state/pools.ts'
import { poolId } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const deleteIdentityPool = defineOperation({
  name: 'DeleteIdentityPool',
  signed: true,
  input: { type: 'structure', required: { IdentityPoolId: poolId }, optional: {} },
  differences: ['Tags vanish with the pool at once; on the service they can stay visible for up to 30 days.'],
  run({ world, region }, input) {
    world.store.transaction(() => deletePool(world.store, findPool(world.store, region, input.IdentityPoolId)))
    return undefined
  },
})
