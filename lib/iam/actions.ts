'use server'

import { ListRolesCommand } from '@aws-sdk/client-iam'
import { defineAction } from '../action.ts'
import { toAppError } from '../cognito/errors.ts'
import { regionOfId } from '../cognito/limits.ts'
import { iamClient } from './client.ts'
import type { IamRolePage } from './iam-role.ts'
import { listRolesInput } from './schema.ts'
import { toIamRole } from './to-iam-role.ts'

/**
 * A page of the account's roles, each judged for a pool. Errors: `VALIDATION` where IAM is not read, `DENIED` without
 * the IAM action `iam:ListRoles`.
 */
export const listRoles = defineAction({
  name: 'ListRoles',
  effect: 'read',
  permission: 'roles:read',
  input: listRolesInput,
  async run({ connection }, { pool, cursor }): Promise<IamRolePage> {
    const region = regionOfId(pool.poolId)
    const client = iamClient(connection, region)
    try {
      const {
        Roles = [],
        IsTruncated,
        Marker,
      } = await client.send(new ListRolesCommand({ Marker: cursor, MaxItems: 1000 }))
      const roles = Roles.map((role) => toIamRole(role, pool.poolId))
      const isOther = ({ authenticated }: (typeof roles)[number]) =>
        authenticated.some(({ code }) => code === 'principal')
      return {
        roles: roles.filter((role) => !isOther(role)),
        others: roles.filter(isOther).map(({ arn }) => arn),
        nextCursor: IsTruncated ? (Marker ?? null) : null,
      }
    } catch (error) {
      throw toAppError(error, { operation: 'ListRoles', region, connectionName: connection.name, effect: 'read' })
    }
  },
})
