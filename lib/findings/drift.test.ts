import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  SetIdentityPoolRolesCommand,
  SetPrincipalTagAttributeMapCommand,
  TagResourceCommand,
  UpdateIdentityPoolCommand,
  type UpdateIdentityPoolCommandInput,
} from '@aws-sdk/client-cognito-identity'
import { describe, expect, it } from 'vitest'
import { config } from '../config/config.ts'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { listPoolHistory } from '../history/actions.ts'
import { changedBetween } from '../history/changed-between.ts'
import { operationLabel } from '../history/operation-label.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { seenSettings, seenTags } from '../pools/seen-settings.ts'
import { createIdentityPool, describeIdentityPool, updateIdentityPool } from '../pools/actions.ts'
import { listTagsForResource, tagResource, untagResource } from '../pools/tag-actions.ts'
import { principalTagFacts } from '../principal-tags/principal-tags.ts'
import { roleFacts } from '../roles/role-facts.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import { checkIdentityPool } from './actions.ts'

const GOOGLE = 'accounts.google.com'
const TWITTER = 'api.twitter.com'
const roleArn = (name: string) => `arn:aws:iam::123456789012:role/${name}`

type Pool = { connectionId: string; poolId: string }

describe.each(ENGINES)('what changed outside Lifeguard, on %s', { timeout: 60_000 }, (engine) => {
  consoleForTests({ engine })

  const service = () =>
    new CognitoIdentityClient({
      region: 'us-east-1',
      endpoint: config().connections[0]?.endpoint ?? '',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    })

  async function seenPool(): Promise<Pool> {
    const input = { connectionId: 'test', region: 'us-east-1', name: 'Kiosk', allowUnauthenticated: false }
    const loginProviders = { [GOOGLE]: 'app', [TWITTER]: 'consumer;first-secret' }
    const { poolId } = await unwrap(createIdentityPool({ ...input, loginProviders, tags: { team: 'red' } }))
    const pool = { connectionId: 'test', poolId }
    await unwrap(checkIdentityPool({ pool }))
    return pool
  }

  async function changeOutside({ poolId }: Pool, change: Partial<UpdateIdentityPoolCommandInput>) {
    const { $metadata: _, ...present } = await service().send(
      new DescribeIdentityPoolCommand({ IdentityPoolId: poolId }),
    )
    await service().send(new UpdateIdentityPoolCommand({ ...present, ...change }))
  }

  const outside = async (pool: Pool) => {
    const { entries } = await unwrap(listPoolHistory({ pool }))
    return entries.filter(({ operation }) => operation === 'ChangedOutside')
  }
  const found = async (pool: Pool) =>
    (await unwrap(checkIdentityPool({ pool }))).findings.filter(({ checkId }) => checkId === 'changed-outside')

  it('is a finding, and an entry of History in its place that says what and when', async () => {
    const pool = await seenPool()
    await changeOutside(pool, { AllowUnauthenticatedIdentities: true, AllowClassicFlow: true })
    await service().send(
      new SetIdentityPoolRolesCommand({ IdentityPoolId: pool.poolId, Roles: { authenticated: roleArn('Theirs') } }),
    )
    await service().send(
      new SetPrincipalTagAttributeMapCommand({
        IdentityPoolId: pool.poolId,
        IdentityProviderName: GOOGLE,
        PrincipalTags: { user: 'sub' },
      }),
    )
    await service().send(
      new TagResourceCommand({
        ResourceArn: `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${pool.poolId}`,
        Tags: { team: 'blue' },
      }),
    )
    const report = await unwrap(checkIdentityPool({ pool }))
    expect(report.drift).toMatchObject({ count: 5 })
    const [finding, ...others] = await found(pool)
    expect(others).toEqual([])
    expect(finding?.evidence).toMatch(/^5 differences were found on .* UTC that Lifeguard did not make; on .* UTC/)
    const [entry, ...more] = await outside(pool)
    expect(more).toEqual([])
    expect(operationLabel(entry?.operation ?? '')).toBe('Changed outside Lifeguard')
    expect(entry?.changes.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Guest access', 'Off', 'On'],
      ['Basic (classic) flow', 'Off', 'On'],
      ['Authenticated role', null, roleArn('Theirs')],
      ['Tag team', 'red', 'blue'],
      ['Principal tags of Google, user', null, 'Claim sub'],
    ])
    const between = entry && changedBetween(entry)
    expect(between?.at).toBe(report.drift?.at)
    expect(between?.since).toBe(report.drift?.since)
    expect([entry?.before, entry?.after, entry?.actor.name]).toEqual([null, null, 'Lifeguard'])
  })

  it('is told of a secret without the secret', async () => {
    const pool = await seenPool()
    await changeOutside(pool, { SupportedLoginProviders: { [GOOGLE]: 'app', [TWITTER]: 'consumer;second-secret' } })
    await found(pool)
    expect((await outside(pool)).map(({ changes }) => changes.map(({ before, after }) => [before, after]))).toEqual([
      [['A secret', 'Another secret']],
    ])
    const kept = [...(await store().selectFrom('pool_seen').selectAll().execute()), ...(await outside(pool))]
    expect(JSON.stringify(kept)).not.toMatch(/(?:first|second)-secret/)
  })

  it('is nothing that was done here, and what is done elsewhere after that is', async () => {
    const pool = await seenPool()
    const { fingerprint } = await unwrap(describeIdentityPool({ pool }))
    await unwrap(updateIdentityPool({ pool, seen: fingerprint, change: { name: 'Booth', allowUnauthenticated: true } }))
    const roles = { authenticated: roleArn('User'), unauthenticated: null, mappings: [] }
    const present = await unwrap(getIdentityPoolRoles({ pool }))
    await unwrap(setIdentityPoolRoles({ pool, seen: present.fingerprint, roles }))
    const map = { provider: GOOGLE, seen: null, useDefaults: false, tags: { user: 'sub' } }
    await unwrap(setPrincipalTagAttributeMap({ pool, ...map }))
    const tags = await unwrap(listTagsForResource({ pool }))
    const tagged = await unwrap(tagResource({ pool, seen: tags.fingerprint, tags: { team: 'blue', floor: '2' } }))
    await unwrap(untagResource({ pool, seen: tagged.value?.fingerprint ?? '', keys: ['floor'] }))
    expect(await found(pool)).toEqual([])
    expect(await outside(pool)).toEqual([])
    await changeOutside(pool, { IdentityPoolName: 'Stand' })
    expect(await found(pool)).toHaveLength(1)
    expect((await outside(pool))[0]?.changes).toMatchObject([{ before: 'Booth', after: 'Stand' }])
  })

  it('is told when somebody saves over it, by what it was before the save', async () => {
    const pool = await seenPool()
    await changeOutside(pool, { IdentityPoolName: 'Theirs' })
    const { fingerprint } = await unwrap(describeIdentityPool({ pool }))
    await unwrap(updateIdentityPool({ pool, seen: fingerprint, change: { name: 'Ours' } }))
    expect(await found(pool)).toHaveLength(1)
    expect((await outside(pool)).map(({ changes }) => changes)).toMatchObject([[{ before: 'Kiosk', after: 'Theirs' }]])
  })

  it('is not a provider that leaves here with principal tags, nor one that comes back', async () => {
    const pool = await seenPool()
    await unwrap(
      setPrincipalTagAttributeMap({ pool, provider: GOOGLE, seen: null, useDefaults: false, tags: { user: 'sub' } }),
    )
    const steps: Record<string, string | null>[] = [{ [TWITTER]: null }, { [TWITTER]: null, [GOOGLE]: 'app' }]
    for (const loginProviders of steps) {
      const { fingerprint } = await unwrap(describeIdentityPool({ pool }))
      await unwrap(updateIdentityPool({ pool, seen: fingerprint, change: { loginProviders } }))
      expect(await found(pool)).toEqual([])
    }
    expect(await outside(pool)).toEqual([])
  })
})

it('is compared in the words of the version that kept it: when these change, FORMAT of kept-parts.ts goes up', () => {
  const description = {
    IdentityPoolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
    IdentityPoolName: 'Kiosk',
    AllowUnauthenticatedIdentities: true,
    CognitoIdentityProviders: [{ ProviderName: 'p', ClientId: 'c', ServerSideTokenCheck: true }],
    SupportedLoginProviders: { [GOOGLE]: 'app' },
    OpenIdConnectProviderARNs: ['arn:oidc'],
    SamlProviderARNs: ['arn:saml'],
    DeveloperProviderName: 'login.example',
    IdentityPoolTags: {},
  }
  const mapping = { provider: GOOGLE, type: 'Rules' as const, ambiguous: 'Deny' as const }
  const rules = [{ claim: 'team', match: 'Equals' as const, value: 'red', roleArn: 'arn:red' }]
  const facts = [
    ...seenSettings(description),
    ...seenTags({ team: 'red', empty: '' }),
    ...roleFacts({ authenticated: 'arn:a', unauthenticated: 'arn:g', mappings: [{ ...mapping, rules }] }),
    ...roleFacts({
      authenticated: null,
      unauthenticated: null,
      mappings: [{ provider: TWITTER, type: 'Token', ambiguous: 'AuthenticatedRole', rules: [] }],
    }),
    ...principalTagFacts({ provider: GOOGLE, useDefaults: true, tags: {} }),
    ...principalTagFacts({ provider: TWITTER, useDefaults: false, tags: { user: 'sub' } }),
  ]
  expect(facts.map(({ key, value }) => [key, value])).toEqual([
    ['name', 'Kiosk'],
    ['guests', 'On'],
    ['classic-flow', 'Not set'],
    ['user-pool p c', 'Server-side token check on'],
    ['login-provider accounts.google.com', 'app'],
    ['oidc arn:oidc', 'arn:oidc'],
    ['saml arn:saml', 'arn:saml'],
    ['developer-provider', 'login.example'],
    ['tag team', 'red'],
    ['tag empty', '(empty)'],
    ['role authenticated', 'arn:a'],
    ['role unauthenticated', 'arn:g'],
    ['mapping accounts.google.com', 'By rules, otherwise deny'],
    ['rule accounts.google.com 0', 'team Equals red → arn:red'],
    ['mapping api.twitter.com', 'From the token, otherwise the authenticated role'],
    ['principal-tags accounts.google.com', 'Default mapping'],
    ['principal-tag api.twitter.com user', 'Claim sub'],
  ])
})
