import { describePool } from '../rules/pool-description.ts'
import { findPool } from '../state/pools.ts'
import { poolId } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const describeIdentityPool = defineOperation({
  name: 'DescribeIdentityPool',
  signed: true,
  input: { type: 'structure', required: { IdentityPoolId: poolId }, optional: {} },
  differences: [],
  run: ({ world, region }, input) => describePool(findPool(world.store, region, input.IdentityPoolId)),
})
