import { checkPolicy } from '../rules/policy-document.ts'
import { limitExceeded, noSuchEntity } from '../state/iam-errors.ts'
import {
  attachedArns,
  attachPolicy,
  deleteInlinePolicy,
  detachPolicy,
  findRole,
  inlinePolicies,
  saveInlinePolicy,
} from '../state/iam-roles.ts'
import { requirePolicy } from './any-policy.ts'
import { defineIamOperation } from './define-query-operation.ts'
import {
  document,
  encoded,
  entityArn,
  input,
  pageOf,
  paging,
  pathPrefix,
  policyName,
  roleName,
  sizeOf,
} from './iam-shapes.ts'

const INLINE_SIZE = 10_240
const ATTACHED = 10

const noInline = (name: string) => noSuchEntity(`The role policy with name ${name} cannot be found.`)

const putRolePolicy = defineIamOperation({
  name: 'PutRolePolicy',
  input: input({ RoleName: roleName, PolicyName: policyName, PolicyDocument: document }, {}),
  run({ world: { store } }, { RoleName, PolicyName, PolicyDocument }) {
    const role = findRole(store, RoleName)
    checkPolicy(PolicyDocument, 'identity')
    const others = inlinePolicies(store, role).filter(({ name }) => name !== PolicyName)
    const size = others.reduce((sum, one) => sum + sizeOf(one.document), sizeOf(PolicyDocument))
    if (size > INLINE_SIZE)
      throw limitExceeded(`Maximum policy size of ${INLINE_SIZE} bytes exceeded for role ${RoleName}`)
    saveInlinePolicy(store, role, PolicyName, PolicyDocument)
    return undefined
  },
})

const getRolePolicy = defineIamOperation({
  name: 'GetRolePolicy',
  input: input({ RoleName: roleName, PolicyName: policyName }, {}),
  run({ world: { store } }, { RoleName, PolicyName }) {
    const found = inlinePolicies(store, findRole(store, RoleName)).find(({ name }) => name === PolicyName)
    if (!found) throw noInline(PolicyName)
    return { RoleName, PolicyName, PolicyDocument: encoded(found.document) }
  },
})

const listRolePolicies = defineIamOperation({
  name: 'ListRolePolicies',
  input: input({ RoleName: roleName }, paging),
  run({ world: { store } }, { RoleName, ...asked }) {
    const { page, rest } = pageOf(inlinePolicies(store, findRole(store, RoleName)), ({ name }) => name, asked)
    return { PolicyNames: page.map(({ name }) => name), ...rest }
  },
})

const deleteRolePolicy = defineIamOperation({
  name: 'DeleteRolePolicy',
  input: input({ RoleName: roleName, PolicyName: policyName }, {}),
  run({ world: { store } }, { RoleName, PolicyName }) {
    if (!deleteInlinePolicy(store, findRole(store, RoleName), PolicyName)) throw noInline(PolicyName)
    return undefined
  },
})

const attachRolePolicy = defineIamOperation({
  name: 'AttachRolePolicy',
  input: input({ RoleName: roleName, PolicyArn: entityArn }, {}),
  differences: ['Of the policies of AWS only a few are there.'],
  run({ world: { store, account } }, { RoleName, PolicyArn }) {
    const role = findRole(store, RoleName)
    requirePolicy(store, account, PolicyArn)
    const attached = attachedArns(store, role)
    if (!attached.includes(PolicyArn) && attached.length >= ATTACHED)
      throw limitExceeded(`Cannot exceed quota for PoliciesPerRole: ${ATTACHED}`)
    attachPolicy(store, role, PolicyArn)
    return undefined
  },
})

const detachRolePolicy = defineIamOperation({
  name: 'DetachRolePolicy',
  input: input({ RoleName: roleName, PolicyArn: entityArn }, {}),
  run({ world: { store } }, { RoleName, PolicyArn }) {
    if (!detachPolicy(store, findRole(store, RoleName), PolicyArn))
      throw noSuchEntity(`Policy ${PolicyArn} was not found.`)
    return undefined
  },
})

const nameIn = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)
const pathIn = (arn: string) => /:policy(\/(?:.*\/)?)[^/]+$/.exec(arn)?.[1] ?? '/'

const listAttachedRolePolicies = defineIamOperation({
  name: 'ListAttachedRolePolicies',
  input: input({ RoleName: roleName }, { PathPrefix: pathPrefix, ...paging }),
  run({ world: { store } }, { RoleName, PathPrefix = '/', ...asked }) {
    const arns = attachedArns(store, findRole(store, RoleName)).filter((arn) => pathIn(arn).startsWith(PathPrefix))
    const { page, rest } = pageOf(arns, nameIn, asked)
    return { AttachedPolicies: page.map((arn) => ({ PolicyName: nameIn(arn), PolicyArn: arn })), ...rest }
  },
})

export const rolePolicyOperations = [
  attachRolePolicy,
  deleteRolePolicy,
  detachRolePolicy,
  getRolePolicy,
  listAttachedRolePolicies,
  listRolePolicies,
  putRolePolicy,
]
