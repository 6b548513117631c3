import { assert, asyncProperty, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFormats } from '../code/code-formats.ts'
import { barePool } from '../code/pools-for-tests.ts'
import { toCloudFormation } from '../code/to-cloudformation.ts'
import { toTerraform } from '../code/to-terraform.ts'
import { planRestore } from '../history/plan-restore.ts'
import { storedConfiguration, storedFacts } from '../history/stored-configuration.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { toAccessSettings, withSettings } from '../pool-access/access-settings.ts'
import { accessChanges, poolChange } from '../pool-access/pool-change.ts'
import { rebaseSettings } from '../pool-access/rebase-settings.ts'
import { startSettings, toMakingPlan } from '../pool-creation/new-pool.ts'
import { createInput } from '../pool-creation/pool-inputs.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import type { Pool } from '../pools/pool.ts'
import type { PoolSettings } from '../pools/pool-settings.ts'
import { createIdentityPoolInput, type PoolChange } from '../pools/schema.ts'
import { toDescription, toNewDescription } from '../pools/to-description.ts'
import { toPool } from '../pools/to-pool.ts'
import { changedPools as pools, keys, sorted } from './changed-pools-for-tests.ts'
import { only } from './only-pool-for-tests.ts'

consoleForTests()

const place = { connectionId: 'test', region: barePool.pool.region }
const settingsOf = (pool: PoolSettings) => Object.fromEntries(keys.map((key) => [key, pool[key]]))
const serviceOf = (pool: PoolSettings) => ({
  IdentityPoolId: barePool.pool.poolId,
  ...toNewDescription({ ...pool, ...place }),
})
const saved = (present: Pool, change: PoolChange | null | undefined) =>
  settingsOf(toPool(toDescription(serviceOf(present), change ?? {})))
const snapshotOf = (pool: Pool) => ({ ...barePool, pool })
const kept = (pool: Pool): unknown => JSON.parse(JSON.stringify(pool))

describe('a change of every setting is found', () => {
  const ways: [string, (before: Pool, after: Pool) => unknown][] = [
    ['by the service', (_, after) => settingsOf(toPool(serviceOf(after)))],
    [
      'in a form',
      (before, after) => settingsOf({ ...withSettings(before, toAccessSettings(after)), tags: after.tags }),
    ],
    [
      'by a save',
      (before, after) => ({ ...saved(before, poolChange(before, toAccessSettings(after))), tags: after.tags }),
    ],
    [
      'by changes put on top of others',
      (before, after) => {
        const mine = rebaseSettings({ base: before, mine: toAccessSettings(after), theirs: before, tags: [] })
        return settingsOf({ ...withSettings(before, mine), tags: after.tags })
      },
    ],
    [
      'by a restore',
      (before, after) => {
        const stored = storedConfiguration(kept(after))
        const plan = stored && planRestore(stored, { kind: 'pool', pool: before }, {})
        expect(plan?.kept).toEqual(['Tags stay as they are: they are changed under Tags.'])
        return { ...saved(before, plan?.call.kind === 'pool' ? plan.call.change : null), tags: after.tags }
      },
    ],
    [
      'by a clone',
      (_, after) => {
        const plan = { place: { ...place, name: after.name }, snapshot: snapshotOf(after), secrets: {} }
        return settingsOf(
          toPool({ IdentityPoolId: '', ...toNewDescription(createIdentityPoolInput.parse(createInput(plan))) }),
        )
      },
    ],
    [
      'by the form of a new pool',
      (_, after) => {
        const tags = Object.entries(after.tags).map(([key, value]) => ({ key, value }))
        const form = { ...startSettings(place.region), ...toAccessSettings(after), tags }
        return settingsOf(toMakingPlan(place.connectionId, form).snapshot.pool)
      },
    ],
  ]
  it.each(ways)('%s', (_, way) => {
    assert(
      property(pools, ([before, after]) => {
        expect(way(before, after)).toEqual(settingsOf(after))
      }),
    )
  })

  it.each([
    ['what the AWS CLI answers', (pool: Pool) => JSON.stringify(serviceOf(pool))],
    ['CloudFormation', (pool: Pool) => toCloudFormation(snapshotOf(pool))],
    ['Terraform', (pool: Pool) => toTerraform(snapshotOf(pool))],
  ])('by an import of %s', async (_, write) => {
    await assert(
      asyncProperty(pools, async ([, after]) => {
        const { snapshot, notes } = await only(write(after))
        expect(settingsOf(snapshot.pool)).toEqual(settingsOf(after))
        expect(notes).toEqual([])
      }),
    )
  })
})

describe('a change of one setting alone is told', () => {
  const tellers: [string, (pool: Pool, before: Pool) => unknown][] = [
    ['in a comparison', poolFacts],
    ['in the history', (pool) => storedFacts(kept(pool))],
    ['in a review', (pool, before) => [accessChanges(before, toAccessSettings(pool)), sorted(pool.tags)]],
    ...codeFormats.map(({ label, parts }): [string, (pool: Pool) => unknown] => [
      `in ${label}`,
      (pool) => parts(snapshotOf(pool)),
    ]),
  ]
  it.each(tellers)('%s', (_, tell) => {
    assert(
      property(pools, constantFrom(...keys), ([before, after], key) => {
        const changed = { ...before, [key]: after[key] }
        expect(tell(changed, before)).not.toEqual(tell(before, before))
      }),
    )
  })
})

it.each(keys.filter((key) => key !== 'name' && key !== 'allowUnauthenticated'))(
  'an entry older than the setting %s is restored without it',
  (key) => {
    assert(
      property(pools, ([before, after]) => {
        const { [key]: _, ...older } = settingsOf(after)
        const stored = storedConfiguration(older)
        const plan = stored && planRestore(stored, { kind: 'pool', pool: before }, {})
        expect(saved(before, plan?.call.kind === 'pool' ? plan.call.change : null)).toEqual({
          ...settingsOf(after),
          tags: before.tags,
          [key]: before[key],
        })
      }),
    )
  },
)
