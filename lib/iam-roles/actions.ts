'use server'

import { defineAction } from '../operation/define-action.ts'
import { describeRoleTrustInput, listRolesInput } from './schema.ts'
import { readIamRoles, readTrustDocument } from './service.ts'

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

/**
 * A role's trust policy as IAM has it; null where there is no such role, or it is of another account. Errors: as
 * `listRoles`, of `iam:GetRole`.
 */
export const describeRoleTrust = defineAction({
  name: 'DescribeRoleTrust',
  effect: 'read',
  permission: 'iam-roles:read',
  input: describeRoleTrustInput,
  run: ({ connection }, { pool, roleArn }) => readTrustDocument(connection, pool.poolId, roleArn),
})
