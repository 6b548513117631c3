import { CognitoIdentity, type RoleMapping } from '@aws-sdk/client-cognito-identity'
import { afterAll, expect, test } from 'vitest'
import {
  FACEBOOK,
  GOOGLE,
  googleToken,
  idToken,
  openPool,
  role,
  serveForTest,
  USER_POOL,
  userPoolToken,
} from '../serve-for-tests.ts'

const served = await serveForTest({ values: 'any' })
afterAll(served.close)
const aws = new CognitoIdentity(served.config())
const OIDC_ARN = 'arn:aws:iam::123456789012:oidc-provider/id.example'
const SAML_ARN = 'arn:aws:iam::123456789012:saml-provider/Example'
const USER_POOL_KEY = `${USER_POOL}:webclient`
const Roles = { authenticated: role('Default'), unauthenticated: role('Guest') }

type Rule = [claim: string, match: 'Equals' | 'Contains' | 'StartsWith' | 'NotEqual', value: string, name: string]
type Ambiguous = 'Deny' | 'AuthenticatedRole'

const rules = (ambiguous: Ambiguous, ...all: Rule[]): RoleMapping => ({
  Type: 'Rules',
  AmbiguousRoleResolution: ambiguous,
  RulesConfiguration: {
    Rules: all.map(([Claim, MatchType, Value, name]) => ({ Claim, MatchType, Value, RoleARN: role(name) })),
  },
})
const token = (ambiguous: Ambiguous): RoleMapping => ({ Type: 'Token', AmbiguousRoleResolution: ambiguous })
const withRoles = (roles: string[], preferred?: string) =>
  userPoolToken('u', {
    'cognito:roles': roles.map(role),
    ...(preferred ? { 'cognito:preferred_role': role(preferred) } : {}),
  })

/** The name of the role that a session gets, or of the error. */
async function roleOf(input: {
  mappings: Record<string, RoleMapping>
  logins: Record<string, string>
  custom?: string | undefined
  roles?: Record<string, string>
}) {
  const pool = { ...openPool, OpenIdConnectProviderARNs: [OIDC_ARN], SamlProviderARNs: [SAML_ARN] }
  const { IdentityPoolId } = await aws.createIdentityPool(pool)
  await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: input.roles ?? Roles, RoleMappings: input.mappings })
  const { IdentityId } = await aws.getId({ IdentityPoolId, Logins: input.logins })
  const CustomRoleArn = input.custom === undefined ? undefined : role(input.custom)
  try {
    const { Credentials } = await aws.getCredentialsForIdentity({ IdentityId, Logins: input.logins, CustomRoleArn })
    return /role\/(\w+)/.exec(Credentials?.SessionToken ?? '')?.[1]
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : error
  }
}

const denied = (provider: string) =>
  `NotAuthorizedException: The ambiguous role mapping rules for: ${provider} denied this request.`
const noRole =
  'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.'
const google = (claims: Record<string, unknown> = {}) => ({ [GOOGLE]: googleToken('1', claims) })

const byRules: [string, RoleMapping, Record<string, unknown>, string, string?][] = [
  ['an equal claim', rules('Deny', ['hd', 'Equals', 'example.com', 'Staff']), { hd: 'example.com' }, 'Staff'],
  [
    'a claim of another case',
    rules('Deny', ['hd', 'Equals', 'Example.com', 'Staff']),
    { hd: 'example.com' },
    denied(GOOGLE),
  ],
  [
    'a part of a claim',
    rules('Deny', ['email', 'Contains', '@example.', 'Staff']),
    { email: 'a@example.com' },
    'Staff',
  ],
  ['a beginning', rules('Deny', ['email', 'StartsWith', 'a@', 'Staff']), { email: 'a@example.com' }, 'Staff'],
  [
    'an end is no beginning',
    rules('Deny', ['email', 'StartsWith', 'example', 'Staff']),
    { email: 'a@example.com' },
    denied(GOOGLE),
  ],
  ['an unequal claim', rules('Deny', ['kind', 'NotEqual', 'contractor', 'Staff']), { kind: 'employee' }, 'Staff'],
  [
    'NotEqual on an absent claim does not match',
    rules('Deny', ['kind', 'NotEqual', 'contractor', 'Staff']),
    {},
    denied(GOOGLE),
  ],
  [
    'a claim named like a property of every object',
    rules('Deny', ['constructor', 'NotEqual', 'x', 'Staff']),
    {},
    denied(GOOGLE),
  ],
  ['a boolean claim', rules('Deny', ['email_verified', 'Equals', 'true', 'Staff']), { email_verified: true }, 'Staff'],
  ['a list claim', rules('Deny', ['groups', 'Contains', 'ops', 'Staff']), { groups: ['dev', 'ops'] }, 'Staff'],
  [
    'the first of two rules that match',
    rules('Deny', ['a', 'Equals', '1', 'First'], ['a', 'StartsWith', '1', 'Second']),
    { a: '1' },
    'First',
  ],
  [
    'the second rule when the first does not match',
    rules('Deny', ['a', 'Equals', '2', 'First'], ['a', 'StartsWith', '1', 'Second']),
    { a: '1' },
    'Second',
  ],
  [
    'a chosen role among those that match',
    rules('Deny', ['a', 'Equals', '1', 'First'], ['a', 'StartsWith', '1', 'Second']),
    { a: '1' },
    'Second',
    'Second',
  ],
  [
    'a chosen role that no rule gives',
    rules('AuthenticatedRole', ['a', 'Equals', '1', 'First']),
    { a: '1' },
    denied(GOOGLE),
    'Other',
  ],
  ['no match, the default role', rules('AuthenticatedRole', ['a', 'Equals', '2', 'First']), { a: '1' }, 'Default'],
]
test.each(byRules)('rules: %s', async (_what, mapping, claims, expected, custom) => {
  expect(await roleOf({ mappings: { [GOOGLE]: mapping }, logins: google(claims), custom })).toBe(expected)
})

const byToken: [string, Ambiguous, string, string, string?][] = [
  ['the preferred role of several', 'Deny', withRoles(['One', 'Two'], 'Two'), 'Two'],
  ['the only role', 'Deny', withRoles(['One']), 'One'],
  ['several roles, none preferred', 'Deny', withRoles(['One', 'Two']), denied(USER_POOL)],
  ['several roles, none preferred, the default role', 'AuthenticatedRole', withRoles(['One', 'Two']), 'Default'],
  ['no roles', 'Deny', userPoolToken('u'), denied(USER_POOL)],
  ['a chosen role', 'Deny', withRoles(['One', 'Two'], 'Two'), 'One', 'One'],
  [
    'a chosen role that the token lacks',
    'AuthenticatedRole',
    withRoles(['One', 'Two'], 'Two'),
    denied(USER_POOL),
    'Other',
  ],
]
test.each(byToken)('token: %s', async (_what, ambiguous, idTokenOfUser, expected, custom) => {
  expect(
    await roleOf({ mappings: { [USER_POOL_KEY]: token(ambiguous) }, logins: { [USER_POOL]: idTokenOfUser }, custom }),
  ).toBe(expected)
})

test('a mapping is found by ARN for OpenID and SAML, by client for a user pool', async () => {
  const mapping = rules('Deny', ['sub', 'NotEqual', 'nobody', 'Mapped'])
  const openId = { 'id.example': idToken({ iss: 'https://id.example', aud: 'a', sub: 's' }) }
  expect(await roleOf({ mappings: { [OIDC_ARN]: mapping }, logins: openId })).toBe('Mapped')
  const assertion =
    '<Assertion><NameID>s</NameID><Attribute Name="dept"><AttributeValue>ops</AttributeValue></Attribute></Assertion>'
  const saml = { [SAML_ARN]: Buffer.from(assertion).toString('base64') }
  expect(
    await roleOf({ mappings: { [SAML_ARN]: rules('Deny', ['dept', 'Equals', 'ops', 'Ops']) }, logins: saml }),
  ).toBe('Ops')
  for (const key of [`${USER_POOL}:other`, USER_POOL])
    expect(await roleOf({ mappings: { [key]: mapping }, logins: { [USER_POOL]: userPoolToken('u') } })).toBe('Default')
})

test('a provider without a mapping gets the default role, a guest the guest’s', async () => {
  const mappings = { [GOOGLE]: rules('Deny', ['a', 'Equals', '1', 'Mapped']) }
  expect(await roleOf({ mappings, logins: { [FACEBOOK]: 'f' } })).toBe('Default')
  expect(await roleOf({ mappings, logins: {} })).toBe('Guest')
})

test('nothing but the subject is known of a Facebook user', async () => {
  const mappings = { [FACEBOOK]: rules('Deny', ['sub', 'Equals', 'f', 'Mapped']) }
  expect(await roleOf({ mappings, logins: { [FACEBOOK]: 'f' } })).toBe('Mapped')
})

test('a role that is not set is a mistake of the pool', async () => {
  expect(await roleOf({ mappings: {}, logins: {}, roles: { authenticated: role('Default') } })).toBe(noRole)
  expect(await roleOf({ mappings: {}, logins: google(), roles: {} })).toBe(noRole)
  const mappings = { [GOOGLE]: rules('AuthenticatedRole', ['a', 'Equals', '1', 'Mapped']) }
  expect(await roleOf({ mappings, logins: google(), roles: {} })).toBe(noRole)
})

test('session tags follow the mapping of the provider', async () => {
  const { IdentityPoolId } = await aws.createIdentityPool(openPool)
  await aws.setIdentityPoolRoles({ IdentityPoolId, Roles })
  const { IdentityId } = await aws.getId({ IdentityPoolId, Logins: google() })
  const tags = async () =>
    /tags=([^;]*)/.exec(
      (await aws.getCredentialsForIdentity({ IdentityId, Logins: google({ hd: 'example.com' }) })).Credentials
        ?.SessionToken ?? '',
    )?.[1]
  expect(await tags()).toBe('{}')
  await aws.setPrincipalTagAttributeMap({
    IdentityPoolId,
    IdentityProviderName: GOOGLE,
    PrincipalTags: { domain: 'hd' },
  })
  expect(await tags()).toBe('{"domain":"example.com"}')
  await aws.setPrincipalTagAttributeMap({
    IdentityPoolId,
    IdentityProviderName: GOOGLE,
    UseDefaults: true,
    PrincipalTags: {},
  })
  expect(await tags()).toBe('{"client":"example.apps.googleusercontent.com","username":"1"}')
})
