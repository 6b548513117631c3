import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-cognito-identity'
import { beforeEach, describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { requestHandler } from '../emulator/server/request-handler.ts'
import { createIdentityPool, describeIdentityPool, updateIdentityPool } from './actions.ts'
import type { PoolRef } from '../core/refs.ts'
import type { PoolChange } from './schema.ts'
import { getPrincipalTagAttributeMaps, setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { unwrap } from '../core/result.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { listTagsForResource, tagResource, untagResource } from './tag-actions.ts'

const lifeguard = consoleForTests()

const google = 'accounts.google.com'
const userPool = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const saml = 'arn:aws:iam::123456789012:saml-provider/Okta'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

const roles: RoleSettings = {
  authenticated: role('User'),
  unauthenticated: role('Guest'),
  mappings: [
    { provider: `${userPool}:client1`, type: 'Token', ambiguous: 'Deny', rules: [] },
    {
      provider: google,
      type: 'Rules',
      ambiguous: 'AuthenticatedRole',
      rules: [{ claim: 'hd', match: 'Equals', value: 'example.com', roleArn: role('Staff') }],
    },
  ],
}

let pool: PoolRef

beforeEach(async () => {
  const made = await unwrap(
    createIdentityPool({
      connectionId: 'test',
      region: 'us-east-1',
      name: 'Everything, all of it',
      allowUnauthenticated: true,
      classicFlow: 'on',
      developerProviderName: '',
      loginProviders: { [google]: 'google-app', 'api.twitter.com': 'key;secret', 'graph.facebook.com': '123' },
      userPools: [
        { providerName: userPool, clientId: 'client1', serverSideTokenCheck: true },
        { providerName: userPool, clientId: 'client2', serverSideTokenCheck: false },
      ],
      oidcProviderArns: ['arn:aws:iam::123456789012:oidc-provider/id.example.com'],
      samlProviderArns: [saml],
      tags: { team: 'blue', empty: '' },
    }),
  )
  pool = { connectionId: 'test', poolId: made.poolId }
  const { fingerprint: seen } = await unwrap(getIdentityPoolRoles({ pool }))
  await unwrap(setIdentityPoolRoles({ pool, seen, roles }))
  const custom = { useDefaults: false, tags: { department: 'custom:department', user: 'sub' } }
  await unwrap(setPrincipalTagAttributeMap({ pool, provider: userPool, seen: null, ...custom }))
  await unwrap(setPrincipalTagAttributeMap({ pool, provider: saml, seen: null, useDefaults: true, tags: {} }))
})

/** Every part of the pool as the service itself tells it, each as text. */
async function parts(): Promise<Record<string, string>> {
  const client = new CognitoIdentityClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: requestHandler(lifeguard.world),
  })
  const input = { IdentityPoolId: pool.poolId }
  const arn = `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${pool.poolId}`
  const {
    $metadata: _,
    IdentityPoolTags: __,
    ...description
  } = await client.send(new DescribeIdentityPoolCommand(input))
  const { Roles, RoleMappings } = await client.send(new GetIdentityPoolRolesCommand(input))
  const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceArn: arn }))
  const mapOf = async (provider: string) => {
    const { UseDefaults, PrincipalTags } = await client.send(
      new GetPrincipalTagAttributeMapCommand({ ...input, IdentityProviderName: provider }),
    )
    return { UseDefaults, PrincipalTags }
  }
  const all = {
    ...description,
    Roles,
    RoleMappings,
    Tags,
    ofUserPool: await mapOf(userPool),
    ofSaml: await mapOf(saml),
  }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, JSON.stringify(value)]))
}

const changePool = (change: PoolChange) => async () => {
  const { fingerprint: seen } = await unwrap(describeIdentityPool({ pool }))
  await unwrap(updateIdentityPool({ pool, seen, change }))
}

const changeRoles = (change: Partial<RoleSettings>) => async () => {
  const { fingerprint: seen } = await unwrap(getIdentityPoolRoles({ pool }))
  await unwrap(setIdentityPoolRoles({ pool, seen, roles: { ...roles, ...change } }))
}

const changePrincipalTags =
  (provider: string, map: { useDefaults: boolean; tags: Record<string, string> }) => async () => {
    const [present] = await unwrap(getPrincipalTagAttributeMaps({ pool, providers: [provider] }))
    await unwrap(setPrincipalTagAttributeMap({ pool, provider, seen: present?.fingerprint ?? null, ...map }))
  }

const saves: [part: string, what: string, save: () => Promise<void>][] = [
  ['IdentityPoolName', 'the name', changePool({ name: 'Renamed' })],
  ['AllowUnauthenticatedIdentities', 'guest access', changePool({ allowUnauthenticated: false })],
  ['AllowClassicFlow', 'the basic flow', changePool({ classicFlow: 'off' })],
  ['AllowClassicFlow', 'the basic flow unset', changePool({ classicFlow: 'unset' })],
  ['DeveloperProviderName', 'a developer provider', changePool({ developerProviderName: 'login.example' })],
  [
    'SupportedLoginProviders',
    'social logins',
    changePool({ loginProviders: { [google]: 'other', 'api.twitter.com': null } }),
  ],
  ['SupportedLoginProviders', 'no social logins', changePool({ loginProviders: {} })],
  ['CognitoIdentityProviders', 'user pools', changePool({ userPools: [] })],
  ['OpenIdConnectProviderARNs', 'OpenID Connect providers', changePool({ oidcProviderArns: [] })],
  ['SamlProviderARNs', 'SAML providers', changePool({ samlProviderArns: [] })],
  ['Roles', 'the authenticated role', changeRoles({ authenticated: role('Other') })],
  ['Roles', 'no guest role', changeRoles({ unauthenticated: null })],
  ['RoleMappings', 'role mappings', changeRoles({ mappings: roles.mappings.slice(1) })],
  ['ofUserPool', 'custom principal tags', changePrincipalTags(userPool, { useDefaults: false, tags: { only: 'sub' } })],
  ['ofSaml', 'no principal tags', changePrincipalTags(saml, { useDefaults: false, tags: {} })],
  [
    'Tags',
    'a tag',
    async () => {
      const { fingerprint: seen } = await unwrap(listTagsForResource({ pool }))
      await unwrap(tagResource({ pool, seen, tags: { team: 'red' } }))
    },
  ],
  [
    'Tags',
    'a tag less',
    async () => {
      const { fingerprint: seen } = await unwrap(listTagsForResource({ pool }))
      await unwrap(untagResource({ pool, seen, keys: ['empty'] }))
    },
  ],
]

describe('saving one field of a pool that uses everything', () => {
  it.each(saves)('changes %s for %s and leaves all else byte for byte', async (part, _, save) => {
    const { [part]: before, ...restBefore } = await parts()
    await save()
    const { [part]: after, ...rest } = await parts()
    expect(rest).toEqual(restBefore)
    expect(after).not.toBe(before)
  })
})
