import {
  CognitoIdentityClient,
  CreateIdentityPoolCommand,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  SetIdentityPoolRolesCommand,
  SetPrincipalTagAttributeMapCommand,
} from '@aws-sdk/client-cognito-identity'
import { expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { requestHandler } from '../emulator/server/request-handler.ts'
import { describeIdentityPool } from '../pools/actions.ts'
import { unwrap } from '../core/result.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from './actions.ts'
import { toRoleSettings, toRolesForm } from './roles-form.ts'
import type { ProviderForm, RolesForm } from './schema.ts'

const lifeguard = consoleForTests({ world: { values: 'any' } })

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const GOOGLE = 'accounts.google.com'
const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const rule = (value: string) => ({ Claim: 'team', MatchType: 'Equals' as const, Value: value, RoleARN: arn(value) })

const everything = {
  IdentityPoolName: 'Everything',
  AllowUnauthenticatedIdentities: true,
  AllowClassicFlow: false,
  DeveloperProviderName: 'login.example',
  SupportedLoginProviders: { [GOOGLE]: 'app', 'api.twitter.com': 'key;secret' },
  CognitoIdentityProviders: [{ ProviderName: USER_POOL, ClientId: 'client1', ServerSideTokenCheck: true }],
  OpenIdConnectProviderARNs: ['arn:aws:iam::123456789012:oidc-provider/id.example.com'],
  SamlProviderARNs: ['arn:aws:iam::123456789012:saml-provider/Okta'],
  IdentityPoolTags: { team: 'blue', empty: '' },
}
const roles = {
  Roles: { authenticated: arn('User'), unauthenticated: arn('Guest') },
  RoleMappings: {
    [GOOGLE]: {
      Type: 'Rules' as const,
      AmbiguousRoleResolution: 'Deny' as const,
      RulesConfiguration: { Rules: [rule('red'), rule('green')] },
    },
    [`${USER_POOL}:client1`]: { Type: 'Token' as const, AmbiguousRoleResolution: 'AuthenticatedRole' as const },
    'gone.example.com': { Type: 'Token' as const, AmbiguousRoleResolution: 'Deny' as const },
  },
}

async function fullPool() {
  const client = new CognitoIdentityClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: requestHandler(lifeguard.world),
  })
  const { IdentityPoolId = '' } = await client.send(new CreateIdentityPoolCommand(everything))
  await client.send(new SetIdentityPoolRolesCommand({ IdentityPoolId, ...roles }))
  const tagged = { IdentityPoolId, IdentityProviderName: GOOGLE }
  await client.send(
    new SetPrincipalTagAttributeMapCommand({ ...tagged, UseDefaults: false, PrincipalTags: { t: 'team' } }),
  )
  const state = async () => {
    const { $metadata: _, ...description } = await client.send(new DescribeIdentityPoolCommand({ IdentityPoolId }))
    const { $metadata: __, ...tags } = await client.send(new GetPrincipalTagAttributeMapCommand(tagged))
    const { Roles, RoleMappings } = await client.send(new GetIdentityPoolRolesCommand({ IdentityPoolId }))
    return { description, tags, roles: { Roles, RoleMappings } }
  }
  return { pool: { connectionId: 'test', poolId: IdentityPoolId }, state }
}

type Expected = { Roles: object; RoleMappings: object }

const google = (change: Partial<ProviderForm>, form: RolesForm): RolesForm => ({
  ...form,
  providers: form.providers.map((one) => (one.provider === GOOGLE ? { ...one, ...change } : one)),
})
const firstRule = (change: object) => (form: RolesForm) =>
  google(
    {
      rules: (form.providers.find(({ provider }) => provider === GOOGLE)?.rules ?? []).map((one, index) =>
        index === 0 ? { ...one, ...change } : one,
      ),
    },
    form,
  )
const withGoogle = (change: object): Expected => ({
  ...roles,
  RoleMappings: { ...roles.RoleMappings, [GOOGLE]: { ...roles.RoleMappings[GOOGLE], ...change } },
})
const withRules = (...rules: object[]) => withGoogle({ RulesConfiguration: { Rules: rules } })
const without = (provider: string): Expected => ({
  ...roles,
  RoleMappings: Object.fromEntries(Object.entries(roles.RoleMappings).filter(([name]) => name !== provider)),
})

const changes: [string, (form: RolesForm) => RolesForm, Expected][] = [
  ['nothing', (form) => form, roles],
  [
    'the authenticated role',
    (form) => ({ ...form, authenticated: arn('New') }),
    { ...roles, Roles: { ...roles.Roles, authenticated: arn('New') } },
  ],
  [
    'no authenticated role',
    (form) => ({ ...form, authenticated: '' }),
    { ...roles, Roles: { unauthenticated: arn('Guest') } },
  ],
  [
    'the guest role',
    (form) => ({ ...form, unauthenticated: arn('New') }),
    { ...roles, Roles: { ...roles.Roles, unauthenticated: arn('New') } },
  ],
  ['no guest role', (form) => ({ ...form, unauthenticated: '' }), { ...roles, Roles: { authenticated: arn('User') } }],
  [
    'what happens without a match',
    (form) => google({ ambiguous: 'AuthenticatedRole' }, form),
    withGoogle({ AmbiguousRoleResolution: 'AuthenticatedRole' }),
  ],
  ['the default role of a provider', (form) => google({ choice: 'default' }, form), without(GOOGLE)],
  ['a claim', firstRule({ claim: 'custom:team' }), withRules({ ...rule('red'), Claim: 'custom:team' }, rule('green'))],
  [
    'a match type',
    firstRule({ match: 'NotEqual' }),
    withRules({ ...rule('red'), MatchType: 'NotEqual' }, rule('green')),
  ],
  ['a value', firstRule({ value: 'ü "x"' }), withRules({ ...rule('red'), Value: 'ü "x"' }, rule('green'))],
  [
    'a rule’s role',
    firstRule({ roleArn: arn('New') }),
    withRules({ ...rule('red'), RoleARN: arn('New') }, rule('green')),
  ],
]

it.each(changes)('saving %s leaves everything else of a pool as it was', async (_, change, expected) => {
  const { pool, state } = await fullPool()
  const before = await state()
  const detail = await unwrap(describeIdentityPool({ pool }))
  const { fingerprint, ...present } = await unwrap(getIdentityPoolRoles({ pool }))
  const next = toRoleSettings(change(toRolesForm(detail, present)))
  await unwrap(setIdentityPoolRoles({ pool, seen: fingerprint, roles: next }))
  expect(await state()).toEqual({ ...before, roles: expected })
  expect(before.roles).toEqual(roles)
})
