import { CognitoIdentity, paginateListIdentityPools } from '@aws-sdk/client-cognito-identity'
import { afterAll, expect, test } from 'vitest'
import { GOOGLE, openPool, role, serveForTest, USER_POOL } from '../serve-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const aws = new CognitoIdentity(served.config())
const full = {
  ...openPool,
  AllowClassicFlow: false,
  OpenIdConnectProviderARNs: ['arn:aws:iam::123456789012:oidc-provider/id.example'],
  SamlProviderARNs: ['arn:aws:iam::123456789012:saml-provider/Example'],
  IdentityPoolTags: { team: 'web', empty: '' },
}
const create = async (input: object = {}) => {
  const { $metadata: _metadata, ...pool } = await aws.createIdentityPool({ ...openPool, ...input })
  return { ...pool, IdentityPoolId: pool.IdentityPoolId ?? '' }
}
const describePool = async (IdentityPoolId: string) => {
  const { $metadata: _metadata, ...pool } = await aws.describeIdentityPool({ IdentityPoolId })
  return pool
}

test('a pool comes back as it was made, every field of it', async () => {
  const { $metadata: _metadata, ...made } = await aws.createIdentityPool(full)
  expect(made).toEqual({ ...full, IdentityPoolId: expect.stringMatching(/^us-east-1:[0-9a-f-]{36}$/) as string })
  expect(await describePool(made.IdentityPoolId ?? '')).toEqual(made)
})

test('two pools may have one name', async () => {
  const [one, other] = [await create(), await create()]
  expect(one.IdentityPoolId).not.toBe(other.IdentityPoolId)
})

test('an update replaces what it leaves out, except the developer provider and tags', async () => {
  const { IdentityPoolId } = await create(full)
  await aws.updateIdentityPool({ IdentityPoolId, IdentityPoolName: 'Renamed', AllowUnauthenticatedIdentities: false })
  expect(await describePool(IdentityPoolId)).toEqual({
    IdentityPoolId,
    IdentityPoolName: 'Renamed',
    AllowUnauthenticatedIdentities: false,
    DeveloperProviderName: full.DeveloperProviderName,
    IdentityPoolTags: full.IdentityPoolTags,
  })
})

test('an update clears lists, maps and tags that it sends empty', async () => {
  const { IdentityPoolId } = await create(full)
  const empty = {
    SupportedLoginProviders: {},
    CognitoIdentityProviders: [],
    SamlProviderARNs: [],
    IdentityPoolTags: {},
  }
  await aws.updateIdentityPool({ ...full, IdentityPoolId, ...empty })
  expect(await describePool(IdentityPoolId)).toEqual({ ...full, IdentityPoolId, ...empty })
})

test('an update leaves roles and mappings alone', async () => {
  const { IdentityPoolId } = await create()
  const roles = {
    Roles: { authenticated: role('User') },
    RoleMappings: { [`${USER_POOL}:webclient`]: { Type: 'Token', AmbiguousRoleResolution: 'Deny' } },
  } as const
  await aws.setIdentityPoolRoles({ IdentityPoolId, ...roles })
  await aws.updateIdentityPool({ IdentityPoolId, IdentityPoolName: 'Other', AllowUnauthenticatedIdentities: true })
  expect(await aws.getIdentityPoolRoles({ IdentityPoolId })).toMatchObject(roles)
})

test('the classic flow has three states', async () => {
  const { IdentityPoolId } = await create()
  const states: (boolean | undefined)[] = []
  for (const AllowClassicFlow of [undefined, true, false, undefined]) {
    await aws.updateIdentityPool({ ...openPool, IdentityPoolId, AllowClassicFlow })
    states.push((await describePool(IdentityPoolId)).AllowClassicFlow)
  }
  expect(states).toEqual([undefined, true, false, undefined])
})

test('a developer provider can be added later, but not changed', async () => {
  const { IdentityPoolId } = await create({ DeveloperProviderName: undefined })
  const update = (DeveloperProviderName: string) =>
    aws.updateIdentityPool({ ...openPool, IdentityPoolId, DeveloperProviderName })
  await update('first.example')
  await update('first.example')
  await expect(update('second.example')).rejects.toMatchObject({ name: 'InvalidParameterException' })
  expect((await describePool(IdentityPoolId)).DeveloperProviderName).toBe('first.example')
})

test('a pool of another Region, and one that was deleted, is not found', async () => {
  const { IdentityPoolId } = await create()
  const elsewhere = new CognitoIdentity(served.config('eu-west-1'))
  const notFound = { name: 'ResourceNotFoundException', message: `IdentityPool '${IdentityPoolId}' not found.` }
  await expect(elsewhere.describeIdentityPool({ IdentityPoolId })).rejects.toMatchObject(notFound)
  const { IdentityId } = await aws.getId({ IdentityPoolId })
  await aws.setPrincipalTagAttributeMap({ IdentityPoolId, IdentityProviderName: GOOGLE, UseDefaults: true })
  await aws.deleteIdentityPool({ IdentityPoolId })
  const Roles = {}
  await expect(aws.describeIdentityPool({ IdentityPoolId })).rejects.toMatchObject(notFound)
  await expect(aws.deleteIdentityPool({ IdentityPoolId })).rejects.toMatchObject(notFound)
  await expect(aws.updateIdentityPool({ ...openPool, IdentityPoolId })).rejects.toMatchObject(notFound)
  await expect(aws.getIdentityPoolRoles({ IdentityPoolId })).rejects.toMatchObject(notFound)
  await expect(aws.setIdentityPoolRoles({ IdentityPoolId, Roles })).rejects.toMatchObject(notFound)
  await expect(aws.listIdentities({ IdentityPoolId, MaxResults: 1 })).rejects.toMatchObject(notFound)
  await expect(aws.getId({ IdentityPoolId })).rejects.toMatchObject(notFound)
  await expect(aws.describeIdentity({ IdentityId })).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('listing pages on through all pools of one Region, whatever is deleted meanwhile', async () => {
  const region = new CognitoIdentity(served.config('eu-central-1'))
  for (let index = 0; index < 7; index++)
    await region.createIdentityPool({ ...openPool, IdentityPoolName: `Pool ${index}` })
  const names: (string | undefined)[] = []
  for await (const page of paginateListIdentityPools({ client: region, pageSize: 3 }, { MaxResults: 3 })) {
    const pools = page.IdentityPools ?? []
    expect(pools.map((pool) => Object.keys(pool))).toEqual(pools.map(() => ['IdentityPoolId', 'IdentityPoolName']))
    names.push(...pools.map((pool) => pool.IdentityPoolName))
    for (const { IdentityPoolId } of pools) await region.deleteIdentityPool({ IdentityPoolId })
  }
  expect(names).toEqual(['Pool 0', 'Pool 1', 'Pool 2', 'Pool 3', 'Pool 4', 'Pool 5', 'Pool 6'])
})

test('a page token of another list is refused', async () => {
  await create()
  await create()
  const { NextToken } = await aws.listIdentityPools({ MaxResults: 1 })
  const { IdentityPoolId } = await create()
  for (const token of [NextToken, 'garbage']) {
    await expect(aws.listIdentities({ IdentityPoolId, MaxResults: 1, NextToken: token })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  }
})

test('the thousandth pool of a Region is the last', async () => {
  const region = new CognitoIdentity(served.config('ap-south-1'))
  const { store } = served.world
  const blank = { region: 'ap-south-1', name: 'x', allow_guests: 0, tags: '{}' }
  store.transaction(() => {
    for (let index = 0; index < 999; index++) {
      store.run(
        'insert into pool (id, region, name, allow_guests, tags) values (?, ?, ?, ?, ?)',
        `ap-south-1:${index}`,
        ...Object.values(blank),
      )
    }
  })
  const { IdentityPoolId } = await region.createIdentityPool(openPool)
  await expect(region.createIdentityPool(openPool)).rejects.toMatchObject({ name: 'LimitExceededException' })
  await region.deleteIdentityPool({ IdentityPoolId })
  await region.createIdentityPool(openPool)
})

test.each([
  [
    'more than 50 tags',
    { IdentityPoolTags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, ''])) },
  ],
  ['a reserved tag key', { IdentityPoolTags: { 'aws:thing': 'x' } }],
  [
    'more than 50 user pool providers',
    {
      CognitoIdentityProviders: Array.from({ length: 51 }, (_, index) => ({
        ProviderName: USER_POOL,
        ClientId: `c${index}`,
      })),
    },
  ],
])('%s are refused', async (_what, input) => {
  await expect(aws.createIdentityPool({ ...openPool, ...input })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
})

test('roles: never set, set, replaced, cleared', async () => {
  const { IdentityPoolId } = await create()
  const read = async () => {
    const { $metadata: _metadata, ...roles } = await aws.getIdentityPoolRoles({ IdentityPoolId })
    return roles
  }
  expect(await read()).toEqual({ IdentityPoolId })
  const rule = { Claim: 'email', MatchType: 'Contains' as const, Value: '@example.com', RoleARN: role('Staff') }
  const RoleMappings = {
    [GOOGLE]: {
      Type: 'Rules' as const,
      AmbiguousRoleResolution: 'Deny' as const,
      RulesConfiguration: { Rules: [rule] },
    },
  }
  const both = { authenticated: role('User'), unauthenticated: role('Guest') }
  await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: both, RoleMappings })
  expect(await read()).toEqual({ IdentityPoolId, Roles: both, RoleMappings })
  await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: { authenticated: role('User') } })
  expect(await read()).toEqual({ IdentityPoolId, Roles: { authenticated: role('User') } })
  await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: {}, RoleMappings: {} })
  expect(await read()).toEqual({ IdentityPoolId, Roles: {}, RoleMappings: {} })
})

const rules = (count: number) => ({
  Rules: Array.from({ length: count }, () => ({
    Claim: 'a',
    MatchType: 'Equals' as const,
    Value: 'b',
    RoleARN: role('Staff'),
  })),
})
test.each([
  ['a mapping that does not say what to do when nothing matches', { Type: 'Token' as const }],
  ['rules without rules', { Type: 'Rules' as const, AmbiguousRoleResolution: 'Deny' as const }],
  [
    'more than 25 rules',
    { Type: 'Rules' as const, AmbiguousRoleResolution: 'Deny' as const, RulesConfiguration: rules(26) },
  ],
])('%s is refused and changes nothing', async (_what, mapping) => {
  const { IdentityPoolId } = await create()
  const before = { authenticated: role('Before') }
  await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: before })
  const call = aws.setIdentityPoolRoles({ IdentityPoolId, Roles: {}, RoleMappings: { [GOOGLE]: mapping } })
  await expect(call).rejects.toMatchObject({ name: 'InvalidParameterException' })
  expect((await aws.getIdentityPoolRoles({ IdentityPoolId })).Roles).toEqual(before)
})
