import { checkPolicy } from '../rules/policy-document.ts'
import { deleteConflict, limitExceeded, noSuchEntity } from '../state/iam-errors.ts'
import { deleteVersion, insertVersion, type PolicyVersion, savePolicy, versionsOf } from '../state/iam-policies.ts'
import { type AnyPolicy, ownPolicy, requirePolicy } from './any-policy.ts'
import { boolean } from '../state/shapes.ts'
import { defineIamOperation } from './define-query-operation.ts'
import { document, encoded, entityArn, input, pageOf, paging, sizeOf, versionId } from './iam-shapes.ts'

const POLICY_SIZE = 6144
const VERSIONS = 5

/** Throws LimitExceeded. */
export function checkPolicySize(text: string) {
  if (sizeOf(text) > POLICY_SIZE) throw limitExceeded(`Cannot exceed quota for PolicySize: ${POLICY_SIZE}`)
}

const listed = ({ version, created }: PolicyVersion, defaultVersion: number) => ({
  VersionId: `v${version}`,
  IsDefaultVersion: version === defaultVersion,
  CreateDate: new Date(created),
})

/** Throws NoSuchEntity. */
function versionOf({ arn, versions }: Pick<AnyPolicy, 'arn' | 'versions'>, id: string): PolicyVersion {
  const found = versions.find(({ version }) => `v${version}` === id)
  if (!found) throw noSuchEntity(`Policy ${arn} version ${id} does not exist or is not attachable.`)
  return found
}

const createPolicyVersion = defineIamOperation({
  name: 'CreatePolicyVersion',
  input: input({ PolicyArn: entityArn, PolicyDocument: document }, { SetAsDefault: boolean }),
  run({ world }, { PolicyArn, PolicyDocument, SetAsDefault = false }) {
    const { store, account } = world
    const policy = ownPolicy(store, account, PolicyArn)
    checkPolicy(PolicyDocument, 'identity')
    checkPolicySize(PolicyDocument)
    if (versionsOf(store, policy).length >= VERSIONS)
      throw limitExceeded(
        `A managed policy can have up to ${VERSIONS} versions. Before you create a new version, you must delete an existing version.`,
      )
    const made = { version: policy.lastVersion + 1, document: PolicyDocument, created: world.clock.now() }
    const defaultVersion = SetAsDefault ? made.version : policy.defaultVersion
    insertVersion(store, policy, made)
    savePolicy(store, { ...policy, changed: made.created, lastVersion: made.version, defaultVersion })
    return { PolicyVersion: listed(made, defaultVersion) }
  },
})

const getPolicyVersion = defineIamOperation({
  name: 'GetPolicyVersion',
  input: input({ PolicyArn: entityArn, VersionId: versionId }, {}),
  run({ world: { store, account } }, { PolicyArn, VersionId }) {
    const policy = requirePolicy(store, account, PolicyArn)
    const found = versionOf(policy, VersionId)
    return { PolicyVersion: { Document: encoded(found.document), ...listed(found, policy.defaultVersion) } }
  },
})

const listPolicyVersions = defineIamOperation({
  name: 'ListPolicyVersions',
  input: input({ PolicyArn: entityArn }, paging),
  differences: ['Versions come sorted by their ids; of a policy of AWS only the one that holds is there.'],
  run({ world: { store, account } }, { PolicyArn, ...asked }) {
    const { versions, defaultVersion } = requirePolicy(store, account, PolicyArn)
    const { page, rest } = pageOf(versions, ({ version }) => String(version).padStart(9, '0'), asked)
    return { Versions: page.map((version) => listed(version, defaultVersion)), ...rest }
  },
})

const setDefaultPolicyVersion = defineIamOperation({
  name: 'SetDefaultPolicyVersion',
  input: input({ PolicyArn: entityArn, VersionId: versionId }, {}),
  run({ world }, { PolicyArn, VersionId }) {
    const { store, account } = world
    const policy = ownPolicy(store, account, PolicyArn)
    const { version } = versionOf({ arn: PolicyArn, versions: versionsOf(store, policy) }, VersionId)
    savePolicy(store, { ...policy, defaultVersion: version, changed: world.clock.now() })
    return undefined
  },
})

const deletePolicyVersion = defineIamOperation({
  name: 'DeletePolicyVersion',
  input: input({ PolicyArn: entityArn, VersionId: versionId }, {}),
  run({ world: { store, account } }, { PolicyArn, VersionId }) {
    const policy = ownPolicy(store, account, PolicyArn)
    const { version } = versionOf({ arn: PolicyArn, versions: versionsOf(store, policy) }, VersionId)
    if (version === policy.defaultVersion) throw deleteConflict('Cannot delete the default version of a policy.')
    deleteVersion(store, policy, version)
    return undefined
  },
})

export const policyVersionOperations = [
  createPolicyVersion,
  deletePolicyVersion,
  getPolicyVersion,
  listPolicyVersions,
  setDefaultPolicyVersion,
]
