'use server'

import { DeleteIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../operation/define-action.ts'
import { rememberNames } from '../pools/pool-names.ts'
import { poolInput } from '../pools/schema.ts'
import { readDeletedPool } from './read-deleted-pool.ts'

/** Deletes a pool and all its identities; the audit keeps what the pool can be made from again. Errors: `NOT_FOUND`. */
export const deleteIdentityPool = defineAction({
  name: 'DeleteIdentityPool',
  effect: 'write',
  permission: 'pools:delete',
  input: poolInput,
  needsFresh: () => true,
  async run({ cognito, audit }, { pool }) {
    const present = await readDeletedPool(cognito, pool.poolId)
    audit.before(present)
    await rememberNames(pool.connectionId, [present.pool])
    await cognito.send(new DeleteIdentityPoolCommand({ IdentityPoolId: pool.poolId }))
    return { poolId: pool.poolId }
  },
})
