import type { Operation } from './operation.ts'
import { createIdentityPool } from './operations/create-identity-pool.ts'
import { deleteIdentities } from './operations/delete-identities.ts'
import { deleteIdentityPool } from './operations/delete-identity-pool.ts'
import { describeIdentityPool } from './operations/describe-identity-pool.ts'
import { describeIdentity } from './operations/describe-identity.ts'
import { getId } from './operations/get-id.ts'
import { getIdentityPoolRoles } from './operations/get-identity-pool-roles.ts'
import { listIdentities } from './operations/list-identities.ts'
import { listIdentityPools } from './operations/list-identity-pools.ts'
import { setIdentityPoolRoles } from './operations/set-identity-pool-roles.ts'
import { updateIdentityPool } from './operations/update-identity-pool.ts'

/** Every operation that is answered. */
export const operations: readonly Operation[] = [
  createIdentityPool,
  deleteIdentities,
  deleteIdentityPool,
  describeIdentity,
  describeIdentityPool,
  getId,
  getIdentityPoolRoles,
  listIdentities,
  listIdentityPools,
  setIdentityPoolRoles,
  updateIdentityPool,
]
