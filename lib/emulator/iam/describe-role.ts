import { type Role, roleArn } from '../state/iam-roles.ts'
import { encoded, tagList, yes } from './iam-shapes.ts'

/** A role as IAM lists it. */
export const listedRole = (account: string, role: Role) => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: roleArn(account, role),
  CreateDate: new Date(role.created),
  AssumeRolePolicyDocument: encoded(role.trust),
  ...yes(role.description !== null, { Description: role.description }),
  MaxSessionDuration: role.maxSeconds,
})

/** A role as IAM tells it alone. */
export const describedRole = (account: string, role: Role) => ({
  ...listedRole(account, role),
  ...yes(role.boundary !== null, {
    PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: role.boundary },
  }),
  ...yes(Object.keys(role.tags).length > 0, { Tags: tagList(role.tags) }),
  RoleLastUsed: {},
})
