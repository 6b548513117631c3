import { findPool } from '../state/pools.ts'
import { poolId } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const getIdentityPoolRoles = defineOperation({
  name: 'GetIdentityPoolRoles',
  signed: true,
  input: { type: 'structure', required: { IdentityPoolId: poolId }, optional: {} },
  differences: ['Of a pool that never had roles, Roles and RoleMappings are absent; not observed on the service.'],
  run({ world, region }, input) {
    const pool = findPool(world.store, region, input.IdentityPoolId)
    return { IdentityPoolId: pool.id, Roles: pool.roles ?? undefined, RoleMappings: pool.roleMappings ?? undefined }
  },
})
