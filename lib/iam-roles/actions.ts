'use server'

import { defineAction } from '../operation/define-action.ts'
import { listRolesInput } from './schema.ts'
import { readIamRoles } from './service.ts'

/**
 * A page of the account's roles, each judged for a pool. Errors: `VALIDATION` where IAM is not read, `DENIED` without
 * the IAM action `iam:ListRoles`.
 */
export const listRoles = defineAction({
  name: 'ListRoles',
  effect: 'read',
  permission: 'iam-roles:read',
  input: listRolesInput,
  run: ({ connection }, { pool, providers = null, cursor }) =>
    readIamRoles(connection, { poolId: pool.poolId, providers }, cursor),
})
