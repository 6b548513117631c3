import {
  CognitoIdentityClient,
  CognitoIdentityServiceException,
  CreateIdentityPoolCommand,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  SetIdentityPoolRolesCommand,
} from '@aws-sdk/client-cognito-identity'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { requestHandler } from '../emulator/server/request-handler.ts'
import { createWorld } from '../emulator/create-world.ts'
import type { Claims } from './claims.ts'
import { evaluateRoleMapping, type Caller, type RoleOutcome } from './evaluate-role-mapping.ts'
import { loginName } from '../login-providers/login-provider.ts'
import type { MappingRule, RoleMapping, RoleSettings } from './pool-roles.ts'
import { toServiceRoles } from './to-service-roles.ts'

const SEED = 20_261_120
const CASES = 1000

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const OIDC = 'arn:aws:iam::123456789012:oidc-provider/id.example.com/tenant'
const FACEBOOK = 'graph.facebook.com'
const audiences: Record<string, string> = {
  [`${USER_POOL}:client1`]: 'client1',
  [`${USER_POOL}:client2`]: 'client2',
  'accounts.google.com': 'google-app',
  [FACEBOOK]: '1234567890',
  [OIDC]: 'any',
}
const providers = Object.keys(audiences)

const client = new CognitoIdentityClient({
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  requestHandler: requestHandler(createWorld({ randomSeed: 1 })),
})

async function createPool(guests: boolean): Promise<string> {
  const { IdentityPoolId = '' } = await client.send(
    new CreateIdentityPoolCommand({
      IdentityPoolName: 'Agreement',
      AllowUnauthenticatedIdentities: guests,
      CognitoIdentityProviders: ['client1', 'client2'].map((ClientId) => ({ ProviderName: USER_POOL, ClientId })),
      SupportedLoginProviders: { 'accounts.google.com': 'google-app', [FACEBOOK]: '1234567890' },
      OpenIdConnectProviderARNs: [OIDC],
    }),
  )
  return IdentityPoolId
}

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const tokenOf = (provider: string, claims: Claims): string =>
  provider === FACEBOOK ? String(claims['sub']) : `${encoded({ alg: 'RS256' })}.${encoded(claims)}.signature`

const identities = new Map<string, string>()

async function identityOf(poolId: string, Logins?: Record<string, string>): Promise<string> {
  const key = [poolId, ...Object.keys(Logins ?? {})].join(' ')
  const known = identities.get(key)
  if (known !== undefined) return known
  const { IdentityId = '' } = await client.send(new GetIdCommand({ IdentityPoolId: poolId, Logins }))
  identities.set(key, IdentityId)
  return IdentityId
}

/** What the service answers: the role that its session token names, or the error's name and message. */
async function ask(poolId: string, caller: Caller): Promise<Partial<RoleOutcome>> {
  const Logins =
    caller.as === 'guest' ? undefined : { [loginName(caller.provider)]: tokenOf(caller.provider, caller.claims) }
  const CustomRoleArn = caller.as === 'user' && caller.customRoleArn !== null ? caller.customRoleArn : undefined
  try {
    const IdentityId = await identityOf(poolId, Logins)
    const { Credentials } = await client.send(
      new GetCredentialsForIdentityCommand({ IdentityId, Logins, CustomRoleArn }),
    )
    const roleArn = /(?:^|;)role=([^;]+)/.exec(Credentials?.SessionToken ?? '')?.[1] ?? 'none named'
    return { granted: true, roleArn }
  } catch (error) {
    if (!(error instanceof CognitoIdentityServiceException)) throw error
    return { granted: false, name: error.name, message: error.message }
  }
}

const role = fc.constantFrom(...'ABCD').map((name) => `arn:aws:iam::123456789012:role/${name}`)
const claimName = fc.constantFrom('team', 'custom:plan', 'email', 'cognito:groups', 'sub', 'aud', 'constructor')
const word = fc.constantFrom('blue', 'Blue', 'blu', 'lue', 'e', 'ada@example.com', '3', 'true', 'a,b', 'ü😀', 'client1')
const claimValue = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom<unknown>('', null, 3, true, false, 1.5, {}),
  fc.array(word, { maxLength: 3 }),
)
const claims = fc.dictionary(claimName, claimValue, { maxKeys: 4 })
const roleClaims = fc.record(
  { 'cognito:roles': fc.array(role, { maxLength: 3 }), 'cognito:preferred_role': role },
  { requiredKeys: [] },
)

const rule = fc.record({
  claim: claimName,
  match: fc.constantFrom('Equals', 'Contains', 'StartsWith', 'NotEqual'),
  value: word,
  roleArn: role,
})
const ambiguous = fc.constantFrom('AuthenticatedRole', 'Deny')
const mapping = (provider: string): fc.Arbitrary<RoleMapping> =>
  fc.oneof(
    fc.record({
      provider: fc.constant(provider),
      type: fc.constant('Rules'),
      ambiguous,
      rules: fc.array(rule, { minLength: 1, maxLength: 6 }),
    }),
    fc.record({
      provider: fc.constant(provider),
      type: fc.constant('Token'),
      ambiguous,
      rules: fc.constant<MappingRule[]>([]),
    }),
  )
const mappings = fc.subarray(providers, { minLength: 1 }).chain((some) => fc.tuple(...some.map(mapping)))
const settings: fc.Arbitrary<RoleSettings> = fc.record({
  authenticated: fc.option(role, { freq: 4 }),
  unauthenticated: fc.option(role, { freq: 4 }),
  mappings,
})

const user = fc.constantFrom(...providers).chain((provider) =>
  fc.record({
    as: fc.constant('user'),
    provider: fc.constant(provider),
    claims: fc.tuple(claims, roleClaims).map(([some, roles]): Claims => {
      const required = {
        iss: `https://${loginName(provider)}`,
        aud: audiences[provider],
        exp: 4_102_444_800,
        sub: 'ada',
      }
      return { ...some, ...roles, ...required, ...(provider === FACEBOOK && { iss: FACEBOOK }) }
    }),
    customRoleArn: fc.option(role, { freq: 1 }),
  }),
)
const caller: fc.Arbitrary<Caller> = fc.oneof({ weight: 12, arbitrary: user }, fc.record({ as: fc.constant('guest') }))

it('agrees with the service over 1,000 mappings and claim sets', async () => {
  const pools = [await createPool(true), await createPool(false)]
  const seen: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(settings, caller, fc.boolean(), async (roles, one, guests) => {
      const poolId = pools[guests ? 0 : 1] ?? ''
      await client.send(new SetIdentityPoolRolesCommand({ IdentityPoolId: poolId, ...toServiceRoles(roles) }))
      const { why, ...outcome } = evaluateRoleMapping({ allowUnauthenticated: guests, roles }, one).outcome
      expect(await ask(poolId, one)).toEqual(outcome)
      const kind = outcome.granted ? 'granted' : outcome.message.replace(/:.*/, '')
      seen[kind] = (seen[kind] ?? 0) + 1
    }),
    { seed: SEED, numRuns: CASES },
  )
  expect(Object.values(seen).reduce((sum, count) => sum + count)).toBe(CASES)
  expect(seen['granted']).toBeGreaterThan(300)
  expect(seen['The ambiguous role mapping rules for']).toBeGreaterThan(100)
  expect(seen['Unauthenticated access is not supported for this identity pool.']).toBeGreaterThan(10)
  expect(seen['Invalid identity pool configuration. Check assigned IAM roles for this pool.']).toBeGreaterThan(10)
}, 60_000)
