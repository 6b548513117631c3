'use server'

import { defineAction } from '../operation/define-action.ts'
import { regionOfId } from '../core/limits.ts'
import { eachPool } from '../pools/each-pool.ts'
import { describeIdentityPoolsInput, poolInput } from '../pools/schema.ts'
import { readSnapshot } from './read-snapshot.ts'
import { reportOf } from './report.ts'
import { findingInput, suppressFindingInput } from './schema.ts'
import { removeSuppression, saveSuppression, suppressionOf, suppressionsOf } from './suppressions.ts'

/** The findings on pools, each pool's as they come. What could not be read is told as checks that did not run. */
export const checkIdentityPools = defineAction({
  name: 'CheckIdentityPools',
  effect: 'read',
  permission: 'pools:read',
  input: describeIdentityPoolsInput,
  async *stream({ actor, connection, cognitoIn }, { connectionId, poolIds }) {
    const suppressions = await suppressionsOf(connectionId, poolIds)
    yield* eachPool(poolIds, 'CheckIdentityPools', async (poolId) =>
      reportOf(
        await readSnapshot(connection, cognitoIn(regionOfId(poolId)), { poolId, actor }),
        suppressions.get(poolId) ?? new Map(),
      ),
    )
  },
})

/** The findings on one pool. Errors: those of its description; what else could not be read is told as checks not run. */
export const checkIdentityPool = defineAction({
  name: 'CheckIdentityPools',
  effect: 'read',
  permission: 'pools:read',
  input: poolInput,
  async run({ actor, connection, cognito }, { pool: { connectionId, poolId } }) {
    const suppressions = await suppressionsOf(connectionId, [poolId])
    return reportOf(await readSnapshot(connection, cognito, { poolId, actor }), suppressions.get(poolId) ?? new Map())
  },
})

/** Takes a finding out of the open ones, with a reason. */
export const suppressFinding = defineAction({
  name: 'SuppressFinding',
  effect: 'write',
  permission: 'findings:suppress',
  input: suppressFindingInput,
  async run({ actor, audit }, { pool, finding, reason }) {
    const suppression = { reason, by: actor.name, at: Date.now() }
    audit.before(await suppressionOf({ pool, finding }))
    await saveSuppression({ pool, finding }, suppression)
    audit.after(suppression)
    return suppression
  },
})

/** Makes a suppressed finding an open one again. */
export const reopenFinding = defineAction({
  name: 'ReopenFinding',
  effect: 'write',
  permission: 'findings:suppress',
  input: findingInput,
  async run({ audit }, { pool, finding }) {
    audit.before(await suppressionOf({ pool, finding }))
    await removeSuppression({ pool, finding })
    return finding
  },
})
