import { checkPolicy } from '../rules/policy-document.ts'
import { awsPolicies } from '../state/aws-policies.ts'
import { entityId } from '../state/entity-id.ts'
import { deleteConflict, entityExists } from '../state/iam-errors.ts'
import {
  allPolicies,
  deletePolicy as removePolicy,
  insertPolicy,
  insertVersion,
  policyArn as arnOf,
  policyNamed,
  rolesOfPolicy,
  usesOfPolicy,
  versionsOf,
} from '../state/iam-policies.ts'
import { describedPolicy, listedAwsPolicy, listedPolicy, ownPolicy, requirePolicy } from './any-policy.ts'
import { boolean } from '../state/shapes.ts'
import { defineIamOperation } from './define-query-operation.ts'
import {
  description,
  document,
  entityArn,
  entityPath,
  input,
  pageOf,
  paging,
  pathPrefix,
  policyName,
  tagMembers,
  tagsOf,
} from './iam-shapes.ts'
import { checkPolicySize } from './policy-versions.ts'

const createPolicy = defineIamOperation({
  name: 'CreatePolicy',
  input: input(
    { PolicyName: policyName, PolicyDocument: document },
    { Path: entityPath, Description: description, Tags: tagMembers },
  ),
  run({ world }, { PolicyName, PolicyDocument, Path = '/', Description, Tags = [] }) {
    const { store, account } = world
    checkPolicy(PolicyDocument, 'identity')
    checkPolicySize(PolicyDocument)
    if (policyNamed(store, PolicyName))
      throw entityExists(`A policy called ${PolicyName} already exists. Duplicate names are not allowed.`)
    const now = world.clock.now()
    const number = insertPolicy(store, {
      name: PolicyName,
      id: entityId('ANPA', world.random.uuid()),
      path: Path,
      description: Description ?? null,
      tags: tagsOf(Tags),
      created: now,
      changed: now,
      defaultVersion: 1,
      lastVersion: 1,
    })
    insertVersion(store, { number }, { version: 1, document: PolicyDocument, created: now })
    return { Policy: describedPolicy(store, account, arnOf(account, { path: Path, name: PolicyName })) }
  },
})

const getPolicy = defineIamOperation({
  name: 'GetPolicy',
  input: input({ PolicyArn: entityArn }, {}),
  run: ({ world: { store, account } }, { PolicyArn }) => ({ Policy: describedPolicy(store, account, PolicyArn) }),
})

const listPolicies = defineIamOperation({
  name: 'ListPolicies',
  input: input(
    {},
    {
      Scope: { type: 'string', values: ['All', 'AWS', 'Local'] },
      OnlyAttached: boolean,
      PathPrefix: pathPrefix,
      PolicyUsageFilter: { type: 'string', values: ['PermissionsPolicy', 'PermissionsBoundary'] },
      ...paging,
    },
  ),
  differences: ['Policies come sorted by name; PolicyUsageFilter is passed over.'],
  run({ world: { store, account } }, { Scope = 'All', OnlyAttached = false, PathPrefix = '/', ...asked }) {
    const own = allPolicies(store).map((policy) => listedPolicy(store, account, policy))
    const ofAws = [...awsPolicies.keys()].map((arn) => listedAwsPolicy(store, requirePolicy(store, account, arn)))
    const all = [...(Scope === 'AWS' ? [] : own), ...(Scope === 'Local' ? [] : ofAws)].filter(
      ({ Path, AttachmentCount }) => Path.startsWith(PathPrefix) && (!OnlyAttached || AttachmentCount > 0),
    )
    const { page, rest } = pageOf(all, ({ PolicyName }) => PolicyName, asked)
    return { Policies: page, ...rest }
  },
})

const listEntitiesForPolicy = defineIamOperation({
  name: 'ListEntitiesForPolicy',
  input: input({ PolicyArn: entityArn }, paging),
  differences: ['EntityFilter, PathPrefix and PolicyUsageFilter are passed over: there are no users and groups.'],
  run({ world: { store, account } }, { PolicyArn, ...asked }) {
    requirePolicy(store, account, PolicyArn)
    const { page, rest } = pageOf(rolesOfPolicy(store, PolicyArn), ({ name }) => name, asked)
    const roles = page.map(({ name, id }) => ({ RoleName: name, RoleId: id }))
    return { PolicyGroups: [], PolicyUsers: [], PolicyRoles: roles, ...rest }
  },
})

const deletePolicy = defineIamOperation({
  name: 'DeletePolicy',
  input: input({ PolicyArn: entityArn }, {}),
  run({ world: { store, account } }, { PolicyArn }) {
    const policy = ownPolicy(store, account, PolicyArn)
    const { attached, boundaries } = usesOfPolicy(store, PolicyArn)
    if (attached + boundaries > 0) throw deleteConflict('Cannot delete a policy attached to entities.')
    if (versionsOf(store, policy).length > 1)
      throw deleteConflict(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      )
    removePolicy(store, policy)
    return undefined
  },
})

export const policyOperations = [createPolicy, deletePolicy, getPolicy, listEntitiesForPolicy, listPolicies]
