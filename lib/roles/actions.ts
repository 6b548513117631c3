'use server'

import { GetIdentityPoolRolesCommand } from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../action.ts'
import { poolInput } from '../pools/schema.ts'
import { toPoolRoles } from './to-pool-roles.ts'

/** A pool's default roles and its role mappings by provider. Errors: `NOT_FOUND`. */
export const getIdentityPoolRoles = defineAction({
  name: 'GetIdentityPoolRoles',
  effect: 'read',
  permission: 'pools:read',
  input: poolInput,
  async run({ cognito }, { pool }) {
    return toPoolRoles(await cognito.send(new GetIdentityPoolRolesCommand({ IdentityPoolId: pool.poolId })))
  },
})
