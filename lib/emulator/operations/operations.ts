import { createIdentityPool } from './create-identity-pool.ts'
import type { Operation } from './define-operation.ts'
import { deleteIdentities } from './delete-identities.ts'
import { deleteIdentityPool } from './delete-identity-pool.ts'
import { describeIdentity } from './describe-identity.ts'
import { describeIdentityPool } from './describe-identity-pool.ts'
import { getCredentialsForIdentity } from './get-credentials-for-identity.ts'
import { getId } from './get-id.ts'
import { getIdentityPoolRoles } from './get-identity-pool-roles.ts'
import { getOpenIdToken } from './get-open-id-token.ts'
import { getOpenIdTokenForDeveloperIdentity } from './get-open-id-token-for-developer-identity.ts'
import { getPrincipalTagAttributeMap } from './get-principal-tag-attribute-map.ts'
import { listIdentities } from './list-identities.ts'
import { listIdentityPools } from './list-identity-pools.ts'
import { listTagsForResource } from './list-tags-for-resource.ts'
import { lookupDeveloperIdentity } from './lookup-developer-identity.ts'
import { mergeDeveloperIdentities } from './merge-developer-identities.ts'
import { setIdentityPoolRoles } from './set-identity-pool-roles.ts'
import { setPrincipalTagAttributeMap } from './set-principal-tag-attribute-map.ts'
import { tagResource } from './tag-resource.ts'
import { unlinkDeveloperIdentity } from './unlink-developer-identity.ts'
import { unlinkIdentity } from './unlink-identity.ts'
import { untagResource } from './untag-resource.ts'
import { updateIdentityPool } from './update-identity-pool.ts'

/** Every operation of Amazon Cognito Identity, API version 2014-06-30. */
export const operations: readonly Operation[] = [
  createIdentityPool,
  deleteIdentities,
  deleteIdentityPool,
  describeIdentityPool,
  describeIdentity,
  getCredentialsForIdentity,
  getId,
  getIdentityPoolRoles,
  getOpenIdTokenForDeveloperIdentity,
  getOpenIdToken,
  getPrincipalTagAttributeMap,
  listIdentities,
  listIdentityPools,
  listTagsForResource,
  lookupDeveloperIdentity,
  mergeDeveloperIdentities,
  setIdentityPoolRoles,
  setPrincipalTagAttributeMap,
  tagResource,
  unlinkDeveloperIdentity,
  unlinkIdentity,
  untagResource,
  updateIdentityPool,
]
