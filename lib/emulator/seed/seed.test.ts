import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { expect, test } from 'vitest'
import { createWorld } from '../create-world.ts'
import { requestHandler } from '../server/request-handler.ts'

const clientOf = (world: ReturnType<typeof createWorld>, region: string) =>
  new CognitoIdentity({
    region,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler: requestHandler(world),
  })

const TABLES = ['pool', 'identity', 'login', 'principal_tag']
const content = (world: ReturnType<typeof createWorld>) =>
  TABLES.map((table) => world.store.all(`select * from ${table}`))

const demo = createWorld({ seed: 'demo' })

test('the demonstration is the same for the same seed, and another for another', () => {
  expect(content(createWorld({ seed: 'demo', randomSeed: 1 }))).toEqual(content(demo))
  expect(content(createWorld({ seed: 'demo', randomSeed: 2 }))).not.toEqual(content(demo))
})

test('the demonstration spans two Regions and two years, none of it to come', async () => {
  const names = async (region: string) =>
    (await clientOf(demo, region).listIdentityPools({ MaxResults: 60 })).IdentityPools?.map(
      (pool) => pool.IdentityPoolName,
    )
  expect(await names('us-east-1')).toEqual([
    'Trailhead Mobile',
    'Northwind Web',
    'Legacy Member Portal',
    'Field Survey Prototype',
  ])
  expect(await names('eu-west-1')).toEqual(['Trailhead Mobile EU', 'Partner Access', 'Sandbox'])
  const {
    first = 0,
    last = 0,
    wrong,
  } = demo.store.get<{ first: number; last: number; wrong: number }>(
    'select min(created) as first, max(modified) as last, sum(modified < created) as wrong from identity',
  ) ?? {}
  expect((last - first) / 86_400_000).toBeGreaterThan(700)
  expect(last).toBeLessThanOrEqual(Date.now())
  expect(wrong).toBe(0)
})

test('every pool of the demonstration is one that the service would describe', async () => {
  for (const region of ['us-east-1', 'eu-west-1']) {
    const aws = clientOf(demo, region)
    for (const { IdentityPoolId } of (await aws.listIdentityPools({ MaxResults: 60 })).IdentityPools ?? []) {
      const {
        $metadata: _metadata,
        IdentityPoolName,
        AllowUnauthenticatedIdentities,
        ...pool
      } = await aws.describeIdentityPool({ IdentityPoolId })
      await aws.updateIdentityPool({ ...pool, IdentityPoolId, IdentityPoolName, AllowUnauthenticatedIdentities })
      expect((await aws.getIdentityPoolRoles({ IdentityPoolId })).IdentityPoolId).toBe(IdentityPoolId)
    }
  }
})

test('the legacy system has duplicates, some of which can be merged', async () => {
  const world = createWorld({ seed: 'demo' })
  const aws = clientOf(world, 'us-east-1')
  const pools = (await aws.listIdentityPools({ MaxResults: 60 })).IdentityPools
  const IdentityPoolId = pools?.find((pool) => pool.IdentityPoolName === 'Legacy Member Portal')?.IdentityPoolId
  const merge = (SourceUserIdentifier: string, DestinationUserIdentifier: string) =>
    aws.mergeDeveloperIdentities({
      IdentityPoolId,
      DeveloperProviderName: 'login.members.example',
      SourceUserIdentifier,
      DestinationUserIdentifier,
    })
  await expect(merge('ada.almeida@example.com', 'member-10001')).rejects.toMatchObject({
    name: 'ResourceConflictException',
  })
  const { IdentityId } = await merge('farah.almeida@example.com', 'member-10006')
  expect((await aws.lookupDeveloperIdentity({ IdentityPoolId, IdentityId })).DeveloperUserIdentifierList).toHaveLength(
    2,
  )
})

test('a number makes one pool of so many in all three states', async () => {
  const aws = clientOf(createWorld({ seed: 200 }), 'us-east-1')
  const { IdentityPools = [] } = await aws.listIdentityPools({ MaxResults: 60 })
  expect(IdentityPools).toHaveLength(1)
  const states = { guest: 0, authenticated: 0, disabled: 0 }
  let NextToken: string | undefined
  do {
    const page = await aws.listIdentities({
      IdentityPoolId: IdentityPools[0]?.IdentityPoolId,
      MaxResults: 60,
      NextToken,
    })
    for (const { Logins } of page.Identities ?? [])
      states[Logins === undefined ? 'guest' : Logins[0] === 'DISABLED' ? 'disabled' : 'authenticated']++
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  expect(states.guest + states.authenticated + states.disabled).toBe(200)
  expect(Math.min(states.guest - 80, states.authenticated - 30, states.disabled - 5)).toBeGreaterThan(0)
})

test('both lists of identities are read from an index', () => {
  for (const [filter, index] of [
    ['', 'identity_by_pool'],
    ['and disabled = 0', 'enabled_identity_by_pool'],
  ]) {
    const plan = demo.store.all<{ detail: string }>(
      `explain query plan select id from identity where pool = 1 and number > 5 ${filter} order by number limit 61`,
    )
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringContaining(`USING INDEX ${index} (pool=? AND rowid>?)`),
    ])
  }
})
