import { savePolicy } from '../state/iam-policies.ts'
import { findRole, saveRole } from '../state/iam-roles.ts'
import { ownPolicy } from './any-policy.ts'
import { defineIamOperation } from './define-query-operation.ts'
import {
  entityArn,
  input,
  pageOf,
  paging,
  roleName,
  tagList,
  tagMembers,
  tagNames,
  withoutTags,
  withTags,
} from './iam-shapes.ts'

const keyOf = ({ Key }: { Key: string }) => Key

const tagRole = defineIamOperation({
  name: 'TagRole',
  input: input({ RoleName: roleName, Tags: tagMembers }, {}),
  run({ world: { store } }, { RoleName, Tags }) {
    const role = findRole(store, RoleName)
    saveRole(store, { ...role, tags: withTags(role.tags, Tags) })
    return undefined
  },
})

const untagRole = defineIamOperation({
  name: 'UntagRole',
  input: input({ RoleName: roleName, TagKeys: tagNames }, {}),
  run({ world: { store } }, { RoleName, TagKeys }) {
    const role = findRole(store, RoleName)
    saveRole(store, { ...role, tags: withoutTags(role.tags, TagKeys) })
    return undefined
  },
})

const listRoleTags = defineIamOperation({
  name: 'ListRoleTags',
  input: input({ RoleName: roleName }, paging),
  run({ world: { store } }, { RoleName, ...asked }) {
    const { page, rest } = pageOf(tagList(findRole(store, RoleName).tags), keyOf, asked)
    return { Tags: page, ...rest }
  },
})

const tagPolicy = defineIamOperation({
  name: 'TagPolicy',
  input: input({ PolicyArn: entityArn, Tags: tagMembers }, {}),
  run({ world: { store, account } }, { PolicyArn, Tags }) {
    const policy = ownPolicy(store, account, PolicyArn)
    savePolicy(store, { ...policy, tags: withTags(policy.tags, Tags) })
    return undefined
  },
})

const untagPolicy = defineIamOperation({
  name: 'UntagPolicy',
  input: input({ PolicyArn: entityArn, TagKeys: tagNames }, {}),
  run({ world: { store, account } }, { PolicyArn, TagKeys }) {
    const policy = ownPolicy(store, account, PolicyArn)
    savePolicy(store, { ...policy, tags: withoutTags(policy.tags, TagKeys) })
    return undefined
  },
})

const listPolicyTags = defineIamOperation({
  name: 'ListPolicyTags',
  input: input({ PolicyArn: entityArn }, paging),
  run({ world: { store, account } }, { PolicyArn, ...asked }) {
    const { page, rest } = pageOf(tagList(ownPolicy(store, account, PolicyArn).tags), keyOf, asked)
    return { Tags: page, ...rest }
  },
})

export const tagOperations = [listPolicyTags, listRoleTags, tagPolicy, tagRole, untagPolicy, untagRole]
