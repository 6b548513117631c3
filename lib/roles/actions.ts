'use server'

import { defineAction } from '../operation/define-action.ts'
import { roleFacts } from './role-facts.ts'
import { readRoles, readServiceRoles, writeServiceRoles } from './service.ts'
import { ROLES_PART } from '../drift/part-names.ts'
import { replacePart } from '../drift/replace-part.ts'
import { poolInput } from '../pools/schema.ts'
import { setIdentityPoolRolesInput } from './schema.ts'
import { toPoolRoles } from './to-pool-roles.ts'
import { toRoles, toServiceRoles, type ServiceRoles } from './to-service-roles.ts'

/** A pool's default roles and its role mappings by provider. Errors: `NOT_FOUND`. */
export const getIdentityPoolRoles = defineAction({
  name: 'GetIdentityPoolRoles',
  effect: 'read',
  permission: 'pools:read',
  input: poolInput,
  run: ({ cognito }, { pool }) => readRoles(cognito, pool.poolId),
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
  async run({ cognito, audit, operationId }, { pool, seen, roles }) {
    const seenFacts = (present: ServiceRoles) => roleFacts(toRoles(present))
    return replacePart(
      { pool, operationId, part: ROLES_PART, seenFacts },
      {
        seen,
        read: () => readServiceRoles(cognito, pool.poolId),
        change: () => toServiceRoles(roles),
        write: (next) => writeServiceRoles(cognito, pool.poolId, next),
        toValue: toPoolRoles,
        factsOf: roleFacts,
        audit,
      },
    )
  },
})
