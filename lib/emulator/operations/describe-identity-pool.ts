import { defineOperation } from '../operation.ts'
import { describePool } from '../pool-description.ts'
import { findPool } from '../pools.ts'
import { poolId } from '../shapes.ts'

export const describeIdentityPool = defineOperation({
  name: 'DescribeIdentityPool',
  signed: true,
  input: { type: 'structure', required: { IdentityPoolId: poolId }, optional: {} },
  differences: [],
  run: ({ world, region }, input) => describePool(findPool(world.store, region, input.IdentityPoolId)),
})
