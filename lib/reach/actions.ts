'use server'

import { defineAction } from '../operation/define-action.ts'
import { regionOfId } from '../core/limits.ts'
import { readPool } from '../pools/service.ts'
import { readRoles } from '../roles/service.ts'
import { completeAction } from './complete-action.ts'
import { askRole } from './ask-role.ts'
import { canTheyInput, completeActionInput, foreseeReachInput, listVouchersInput, reachInput } from './schema.ts'
import { foresee, readCutOff, readReach } from './service.ts'
import { readUnnamedReach } from './unnamed-roles-service.ts'
import { readVouchers } from './voucher-service.ts'

/**
 * Who of a pool reaches what, by the policies of its roles. A role that could not be read is told as such. Errors: those
 * of the pool and its roles, `VALIDATION` where IAM is not read.
 */
export const describeReach = defineAction({
  name: 'DescribeReach',
  effect: 'read',
  permission: 'iam-policies:read',
  input: reachInput,
  async run({ connection, cognito }, { pool: { poolId } }) {
    const [pool, roles] = await Promise.all([readPool(cognito, poolId), readRoles(cognito, poolId)])
    return readReach(connection, pool, roles)
  },
})

/**
 * What the roles reach that trust a pool and that it does not name. Errors: those of the pool and its roles, `DENIED`
 * without the IAM action `iam:ListRoles`.
 */
export const describeUnnamedReach = defineAction({
  name: 'DescribeUnnamedReach',
  effect: 'read',
  permission: 'iam-policies:read',
  input: reachInput,
  async run({ connection, cognito }, { pool: { poolId } }) {
    const [pool, roles] = await Promise.all([readPool(cognito, poolId), readRoles(cognito, poolId)])
    return readUnnamedReach(connection, pool, roles)
  },
})

/** The roles of a pool whose policies cut its credentials off, and how long those live otherwise. Errors: those of the pool. */
export const describeCutOff = defineAction({
  name: 'DescribeCutOff',
  effect: 'read',
  permission: 'iam-roles:read',
  input: reachInput,
  async run({ connection, cognito }, { pool: { poolId } }) {
    const [pool, roles] = await Promise.all([readPool(cognito, poolId), readRoles(cognito, poolId)])
    return readCutOff(connection, pool, roles)
  },
})

/** Whether somebody with a role may do an action on a resource, with AWS's own answer where it gives one. */
export const askReach = defineAction({
  name: 'AskReach',
  effect: 'read',
  permission: 'iam-policies:read',
  input: canTheyInput,
  run: ({ connection }, asked) => askRole(connection, regionOfId(asked.pool.poolId), asked),
})

/** What a change of a pool's access or roles gives to whom, before it is saved. */
export const foreseeReach = defineAction({
  name: 'ForeseeReach',
  effect: 'read',
  permission: 'iam-policies:read',
  input: foreseeReachInput,
  async run({ connection, cognito }, { pool: { poolId }, access, roles: changed }) {
    const [pool, roles] = await Promise.all([readPool(cognito, poolId), readRoles(cognito, poolId)])
    return foresee(connection, { pool, roles }, { pool: { ...pool, ...access }, roles: changed ?? roles })
  },
})

/**
 * A page of the account's roles, with those that may make tokens for a pool's developer users. Errors: `VALIDATION` where
 * IAM is not read, `DENIED` without `iam:ListRoles`.
 */
export const listVouchers = defineAction({
  name: 'ListVouchers',
  effect: 'read',
  permission: 'iam-policies:read',
  input: listVouchersInput,
  run: ({ connection }, { pool, cursor }) => readVouchers(connection, pool.poolId, cursor),
})

/** What the beginning of an action may become, from AWS's table of actions. */
export const completeIamAction = defineAction({
  name: 'CompleteIamAction',
  effect: 'read',
  permission: 'iam-policies:read',
  input: completeActionInput,
  run: (_context, { text }) => completeAction(text),
})
