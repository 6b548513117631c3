import { expect, it } from 'vitest'
import { awkwardPool, barePool } from '../code/pools-for-tests.ts'
import { sendAll } from '../code/send-commands-for-tests.ts'
import { makePool, readPool, SECRET } from '../code/service-pool-for-tests.ts'
import { argumentsOf } from '../code/shell-for-tests.ts'
import { createWorld } from '../emulator/create-world.ts'
import { planRestore, type Present } from './plan-restore.ts'
import { restoreCommand } from './restore-command.ts'

const { pool: was, roles, principalTags } = awkwardPool
const { pool: is } = barePool
const [tagged] = principalTags
const developer = { developerProviderName: was.developerProviderName, region: was.region }
const world = createWorld()

it('the commands of restoring give the pool what it had', async () => {
  const original = await makePool(world, awkwardPool)
  const poolId = await makePool(world, { ...barePool, pool: { ...is, ...developer } })
  const present = { ...is, ...developer, poolId }
  const restore = async (stored: Parameters<typeof planRestore>[0], now: Present) => {
    const plan = planRestore(stored, now, { 'api.twitter.com': `consumerKey;${SECRET}` })
    if (!plan) throw new Error('There is no plan')
    const command = restoreCommand({ connectionId: 'test', poolId }, plan.call, now)
    expect(command).not.toContain(SECRET)
    await sendAll(world, await argumentsOf(command, { TWITTER_CONSUMER_SECRET: SECRET }))
  }
  const arn = `arn:aws:cognito-identity:${was.region}:123456789012:identitypool/${poolId}`
  const nothing = { authenticated: null, unauthenticated: null, mappings: [], fingerprint: '' }
  if (!tagged) throw new Error('The pool has no principal tags')
  await restore({ kind: 'pool', pool: was }, { kind: 'pool', pool: present })
  await restore({ kind: 'roles', roles }, { kind: 'roles', roles: nothing })
  await restore({ kind: 'tags', tags: was.tags }, { kind: 'tags', tags: { tags: {}, fingerprint: '', arn } })
  await restore(
    { kind: 'principal-tags', principalTags: tagged },
    { kind: 'principal-tags', principalTags: { ...tagged, useDefaults: true, tags: {}, fingerprint: '' } },
  )
  expect(await readPool(world, poolId, [tagged.provider])).toEqual(await readPool(world, original, [tagged.provider]))
})
