'use server'

import { CreateIdentityPoolCommand, UpdateIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../operation/define-action.ts'
import { regionOfId } from '../core/limits.ts'
import { toDescription, toNewDescription } from './to-description.ts'
import { poolFacts } from './pool-facts.ts'
import { knownNames, rememberNames } from './pool-names.ts'
import { readDescription, readPool, readPoolPage, withoutMetadata } from './service.ts'
import { SETTINGS_PART } from '../drift/part-names.ts'
import { replacePart } from '../drift/replace-part.ts'
import { eachPool } from './each-pool.ts'
import {
  createIdentityPoolInput,
  describeIdentityPoolsInput,
  listIdentityPoolsInput,
  poolInput,
  updateIdentityPoolInput,
} from './schema.ts'
import { seenSettings } from './seen-settings.ts'
import { toPool } from './to-pool.ts'

/** One page of a Region's pools, at most 60, in the service's own order. */
export const listIdentityPools = defineAction({
  name: 'ListIdentityPools',
  effect: 'read',
  permission: 'pools:read',
  input: listIdentityPoolsInput,
  async run({ cognito }, { connectionId, region, cursor }) {
    const page = await readPoolPage(cognito, region, cursor)
    await rememberNames(connectionId, page.pools)
    return page
  },
})

/** A pool's configuration. Errors: `NOT_FOUND`. */
export const describeIdentityPool = defineAction({
  name: 'DescribeIdentityPool',
  effect: 'read',
  permission: 'pools:read',
  input: poolInput,
  async run({ cognito }, { pool: { connectionId, poolId } }) {
    const pool = await readPool(cognito, poolId)
    await rememberNames(connectionId, [pool])
    return pool
  },
})

/** What a pool was called when it was last seen, null where it never was; the service is not asked. */
export const describePoolName = defineAction({
  name: 'DescribePoolName',
  effect: 'read',
  permission: 'pools:read',
  input: poolInput,
  run: async (_context, { pool }) => (await knownNames([pool]))(pool),
})

/** Several pools' configurations, each as it comes: for the rows in view. */
export const describeIdentityPools = defineAction({
  name: 'DescribeIdentityPool',
  effect: 'read',
  permission: 'pools:read',
  input: describeIdentityPoolsInput,
  stream: ({ cognitoIn }, { poolIds }) =>
    eachPool(poolIds, 'DescribeIdentityPool', (poolId) => readPool(cognitoIn(regionOfId(poolId)), poolId)),
})

/** Makes a pool; roles and principal tags are set afterwards. Errors: `LIMIT`. */
export const createIdentityPool = defineAction({
  name: 'CreateIdentityPool',
  effect: 'write',
  permission: 'pools:create',
  input: createIdentityPoolInput,
  async run({ cognito, audit }, input) {
    const pool = toPool(withoutMetadata(await cognito.send(new CreateIdentityPoolCommand(toNewDescription(input)))))
    audit.target({ poolId: pool.poolId })
    audit.after(pool)
    await rememberNames(input.connectionId, [pool])
    return pool
  },
})

/**
 * Changes a pool and keeps everything that the change does not name. Errors: `CONFLICT` when the pool is not what the
 * operator saw; nothing was changed then.
 */
export const updateIdentityPool = defineAction({
  name: 'UpdateIdentityPool',
  effect: 'write',
  permission: 'pools:update',
  input: updateIdentityPoolInput,
  async run({ cognito, audit, operationId }, { pool, seen, change }) {
    const part = { pool, operationId, part: SETTINGS_PART, seenFacts: seenSettings }
    const saved = await replacePart(part, {
      seen,
      read: () => readDescription(cognito, pool.poolId),
      change: (present) => toDescription(present, change),
      write: async (next) => withoutMetadata(await cognito.send(new UpdateIdentityPoolCommand(next))),
      toValue: toPool,
      factsOf: poolFacts,
      audit,
    })
    if (saved.value) await rememberNames(pool.connectionId, [saved.value])
    return saved
  },
})
