import { defineOperation } from '../operation.ts'
import { deletePool, findPool } from '../pools.ts'
import { poolId } from '../shapes.ts'

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
