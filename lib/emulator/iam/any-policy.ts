import { awsPolicies } from '../state/aws-policies.ts'
import {
  findPolicy,
  type Policy,
  policyArn,
  policyNotFound,
  type PolicyVersion,
  usesOfPolicy,
  versionsOf,
} from '../state/iam-policies.ts'
import { entityId } from '../state/entity-id.ts'
import { accessDenied } from '../state/iam-errors.ts'
import type { Store } from '../state/store.ts'
import { tagList, yes } from './iam-shapes.ts'

const isOfAws = (arn: string) => arn.startsWith('arn:aws:iam::aws:policy/')
/** When AWS began to have such policies, in milliseconds. */
const AWS_SINCE = Date.parse('2015-02-06T18:40:00Z')

/** What both kinds have: those of the account, and those of AWS. */
export interface AnyPolicy {
  arn: string
  name: string
  description: string | null
  defaultVersion: number
  versions: PolicyVersion[]
}

const ofAccount = (store: Store, account: string, policy: Policy): AnyPolicy => ({
  arn: policyArn(account, policy),
  name: policy.name,
  description: policy.description,
  defaultVersion: policy.defaultVersion,
  versions: versionsOf(store, policy),
})

/** A policy of the account or of AWS. Throws NoSuchEntity. */
export function requirePolicy(store: Store, account: string, arn: string): AnyPolicy {
  if (!isOfAws(arn)) return ofAccount(store, account, findPolicy(store, account, arn))
  const known = awsPolicies.get(arn)
  if (!known) throw policyNotFound(arn)
  const { name, description, version, document } = known
  return { arn, name, description, defaultVersion: version, versions: [{ version, document, created: AWS_SINCE }] }
}

/** One that may be changed. Throws AccessDenied for one of AWS, NoSuchEntity. */
export function ownPolicy(store: Store, account: string, arn: string): Policy {
  if (isOfAws(arn)) throw accessDenied('Policy is outside your own account.')
  return findPolicy(store, account, arn)
}

/** A policy of the account as IAM lists it. */
export function listedPolicy(store: Store, account: string, policy: Policy) {
  const arn = policyArn(account, policy)
  const { attached, boundaries } = usesOfPolicy(store, arn)
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: arn,
    Path: policy.path,
    DefaultVersionId: `v${policy.defaultVersion}`,
    AttachmentCount: attached,
    PermissionsBoundaryUsageCount: boundaries,
    IsAttachable: true,
    CreateDate: new Date(policy.created),
    UpdateDate: new Date(policy.changed),
  }
}

/** A policy of AWS as IAM lists it. */
export function listedAwsPolicy(store: Store, { arn, name, defaultVersion }: AnyPolicy) {
  const { attached, boundaries } = usesOfPolicy(store, arn)
  return {
    PolicyName: name,
    PolicyId: entityId('ANPA', arn),
    Arn: arn,
    Path: '/',
    DefaultVersionId: `v${defaultVersion}`,
    AttachmentCount: attached,
    PermissionsBoundaryUsageCount: boundaries,
    IsAttachable: true,
    CreateDate: new Date(AWS_SINCE),
    UpdateDate: new Date(AWS_SINCE),
  }
}

/** A policy as IAM tells it alone. Throws NoSuchEntity. */
export function describedPolicy(store: Store, account: string, arn: string) {
  const any = requirePolicy(store, account, arn)
  const own = isOfAws(arn) ? null : findPolicy(store, account, arn)
  return {
    ...(own ? listedPolicy(store, account, own) : listedAwsPolicy(store, any)),
    ...yes(any.description !== null, { Description: any.description }),
    ...yes(own !== null && Object.keys(own.tags).length > 0, { Tags: tagList(own?.tags ?? {}) }),
  }
}
