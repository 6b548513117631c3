import type { Operation } from './operation.ts'
import { createIdentityPool } from './operations/create-identity-pool.ts'
import { deleteIdentities } from './operations/delete-identities.ts'
import { deleteIdentityPool } from './operations/delete-identity-pool.ts'
import { describeIdentityPool } from './operations/describe-identity-pool.ts'
import { describeIdentity } from './operations/describe-identity.ts'
import { getCredentialsForIdentity } from './operations/get-credentials-for-identity.ts'
import { getId } from './operations/get-id.ts'
import { getIdentityPoolRoles } from './operations/get-identity-pool-roles.ts'
import { getOpenIdTokenForDeveloperIdentity } from './operations/get-open-id-token-for-developer-identity.ts'
import { getOpenIdToken } from './operations/get-open-id-token.ts'
import { getPrincipalTagAttributeMap } from './operations/get-principal-tag-attribute-map.ts'
import { listIdentities } from './operations/list-identities.ts'
import { listIdentityPools } from './operations/list-identity-pools.ts'
import { listTagsForResource } from './operations/list-tags-for-resource.ts'
import { lookupDeveloperIdentity } from './operations/lookup-developer-identity.ts'
import { mergeDeveloperIdentities } from './operations/merge-developer-identities.ts'
import { setIdentityPoolRoles } from './operations/set-identity-pool-roles.ts'
import { setPrincipalTagAttributeMap } from './operations/set-principal-tag-attribute-map.ts'
import { tagResource } from './operations/tag-resource.ts'
import { unlinkDeveloperIdentity } from './operations/unlink-developer-identity.ts'
import { unlinkIdentity } from './operations/unlink-identity.ts'
import { untagResource } from './operations/untag-resource.ts'
import { updateIdentityPool } from './operations/update-identity-pool.ts'

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
