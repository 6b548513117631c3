import { checkPolicy } from '../rules/policy-document.ts'
import { entityId } from '../state/entity-id.ts'
import { deleteConflict, limitExceeded } from '../state/iam-errors.ts'
import {
  allRoles,
  attachedArns,
  deleteRole as removeRole,
  findRole,
  inlinePolicies,
  insertRole,
  saveRole,
} from '../state/iam-roles.ts'
import { defineIamOperation } from './define-query-operation.ts'
import { describedRole, listedRole } from './describe-role.ts'
import {
  description,
  document,
  entityArn,
  entityPath,
  input,
  pageOf,
  paging,
  pathPrefix,
  roleName,
  roleSeconds,
  sizeOf,
  tagMembers,
  tagsOf,
} from './iam-shapes.ts'
import { requirePolicy } from './any-policy.ts'

const ONE_HOUR = 3600
const TRUST_SIZE = 2048
const ROLES = 1000

function checkTrust(trust: string) {
  checkPolicy(trust, 'trust')
  if (sizeOf(trust) > TRUST_SIZE) throw limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${TRUST_SIZE}`)
}

const createRole = defineIamOperation({
  name: 'CreateRole',
  input: input(
    { RoleName: roleName, AssumeRolePolicyDocument: document },
    {
      Path: entityPath,
      Description: description,
      MaxSessionDuration: roleSeconds,
      PermissionsBoundary: entityArn,
      Tags: tagMembers,
    },
  ),
  differences: ['Principals of a trust policy are not looked up: users and roles that do not exist are taken.'],
  run({ world }, given) {
    const { store, account } = world
    checkTrust(given.AssumeRolePolicyDocument)
    if (given.PermissionsBoundary !== undefined) requirePolicy(store, account, given.PermissionsBoundary)
    if (allRoles(store).length >= ROLES) throw limitExceeded(`Cannot exceed quota for RolesPerAccount: ${ROLES}`)
    insertRole(store, {
      name: given.RoleName,
      id: entityId('AROA', world.random.uuid()),
      path: given.Path ?? '/',
      trust: given.AssumeRolePolicyDocument,
      description: given.Description ?? null,
      maxSeconds: given.MaxSessionDuration ?? ONE_HOUR,
      boundary: given.PermissionsBoundary ?? null,
      tags: tagsOf(given.Tags ?? []),
      created: world.clock.now(),
    })
    const { RoleLastUsed: _unused, ...role } = describedRole(account, findRole(store, given.RoleName))
    return { Role: role }
  },
})

const getRole = defineIamOperation({
  name: 'GetRole',
  input: input({ RoleName: roleName }, {}),
  differences: ['RoleLastUsed is empty: nobody notes who uses a role.'],
  run: ({ world }, { RoleName }) => ({ Role: describedRole(world.account, findRole(world.store, RoleName)) }),
})

const listRoles = defineIamOperation({
  name: 'ListRoles',
  input: input({}, { PathPrefix: pathPrefix, ...paging }),
  differences: ['Roles come sorted by name.'],
  run({ world }, { PathPrefix = '/', ...asked }) {
    const roles = allRoles(world.store).filter(({ path: of }) => of.startsWith(PathPrefix))
    const { page, rest } = pageOf(roles, ({ name }) => name, asked)
    return { Roles: page.map((role) => listedRole(world.account, role)), ...rest }
  },
})

const updateRole = defineIamOperation({
  name: 'UpdateRole',
  input: input({ RoleName: roleName }, { Description: description, MaxSessionDuration: roleSeconds }),
  run({ world }, { RoleName, Description, MaxSessionDuration }) {
    const role = findRole(world.store, RoleName)
    saveRole(world.store, {
      ...role,
      description: Description ?? role.description,
      maxSeconds: MaxSessionDuration ?? role.maxSeconds,
    })
    return {}
  },
})

const updateRoleDescription = defineIamOperation({
  name: 'UpdateRoleDescription',
  input: input({ RoleName: roleName, Description: description }, {}),
  run({ world }, { RoleName, Description }) {
    saveRole(world.store, { ...findRole(world.store, RoleName), description: Description })
    return { Role: listedRole(world.account, findRole(world.store, RoleName)) }
  },
})

const updateAssumeRolePolicy = defineIamOperation({
  name: 'UpdateAssumeRolePolicy',
  input: input({ RoleName: roleName, PolicyDocument: document }, {}),
  run({ world }, { RoleName, PolicyDocument }) {
    const role = findRole(world.store, RoleName)
    checkTrust(PolicyDocument)
    saveRole(world.store, { ...role, trust: PolicyDocument })
    return undefined
  },
})

const deleteRole = defineIamOperation({
  name: 'DeleteRole',
  input: input({ RoleName: roleName }, {}),
  differences: ['Pools that use the role keep it by name, as they do on the service.'],
  run({ world: { store } }, { RoleName }) {
    const role = findRole(store, RoleName)
    if (inlinePolicies(store, role).length > 0)
      throw deleteConflict('Cannot delete entity, must delete policies first.')
    if (attachedArns(store, role).length > 0)
      throw deleteConflict('Cannot delete entity, must detach all policies first.')
    removeRole(store, role)
    return undefined
  },
})

const putRolePermissionsBoundary = defineIamOperation({
  name: 'PutRolePermissionsBoundary',
  input: input({ RoleName: roleName, PermissionsBoundary: entityArn }, {}),
  run({ world: { store, account } }, { RoleName, PermissionsBoundary }) {
    requirePolicy(store, account, PermissionsBoundary)
    saveRole(store, { ...findRole(store, RoleName), boundary: PermissionsBoundary })
    return undefined
  },
})

const deleteRolePermissionsBoundary = defineIamOperation({
  name: 'DeleteRolePermissionsBoundary',
  input: input({ RoleName: roleName }, {}),
  run({ world: { store } }, { RoleName }) {
    saveRole(store, { ...findRole(store, RoleName), boundary: null })
    return undefined
  },
})

const listInstanceProfilesForRole = defineIamOperation({
  name: 'ListInstanceProfilesForRole',
  input: input({ RoleName: roleName }, paging),
  differences: ['There are no instance profiles: the list is always empty.'],
  run({ world }, { RoleName }) {
    findRole(world.store, RoleName)
    return { InstanceProfiles: [], IsTruncated: false }
  },
})

export const roleOperations = [
  createRole,
  deleteRole,
  deleteRolePermissionsBoundary,
  getRole,
  listInstanceProfilesForRole,
  listRoles,
  putRolePermissionsBoundary,
  updateAssumeRolePolicy,
  updateRole,
  updateRoleDescription,
]
