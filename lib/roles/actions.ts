'use server'

import { SetIdentityPoolRolesCommand } from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../action.ts'
import { readRoles } from '../cognito/read-roles.ts'
import { replaceConfiguration } from '../configuration/replace.ts'
import { poolInput } from '../pools/schema.ts'
import { setIdentityPoolRolesInput } from './schema.ts'
import { toPoolRoles, toServiceRoles } from './to-pool-roles.ts'

/** A pool's default roles and its role mappings by provider. Errors: `NOT_FOUND`. */
export const getIdentityPoolRoles = defineAction({
  name: 'GetIdentityPoolRoles',
  effect: 'read',
  permission: 'pools:read',
  input: poolInput,
  async run({ cognito }, { pool }) {
    return toPoolRoles(await readRoles(cognito, pool.poolId))
  },
})

/**
 * Replaces a pool's roles and mappings, always both. Errors: `CONFLICT` when they are not what the operator saw;
 * nothing was changed then.
 */
export const setIdentityPoolRoles = defineAction({
  name: 'SetIdentityPoolRoles',
  effect: 'write',
  permission: 'pools:update',
  input: setIdentityPoolRolesInput,
  async run({ cognito, audit }, { pool, seen, roles }) {
    const updated = await replaceConfiguration({
      seen,
      read: () => readRoles(cognito, pool.poolId),
      change: () => toServiceRoles(roles),
      write: (next) => cognito.send(new SetIdentityPoolRolesCommand({ ...next, IdentityPoolId: pool.poolId })),
      before: (present) => audit.before(toPoolRoles(present)),
      after: (next) => audit.after(toPoolRoles(next)),
    })
    return toPoolRoles(updated)
  },
})
