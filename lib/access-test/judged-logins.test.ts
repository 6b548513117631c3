import {
  CognitoIdentityClient,
  CognitoIdentityServiceException,
  CreateIdentityPoolCommand,
  DeleteIdentityPoolCommand,
  DescribeIdentityPoolCommand,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  SetIdentityPoolRolesCommand,
} from '@aws-sdk/client-cognito-identity'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createWorld } from '../emulator/create-world.ts'
import { requestHandler } from '../emulator/server/request-handler.ts'
import { loginName } from '../login-providers/login-provider.ts'
import { toPool } from '../pools/to-pool.ts'
import { evaluateRoleMapping, type RoleOutcome } from '../roles/evaluate-role-mapping.ts'
import { readClaims } from '../login-tokens/read-claims.ts'
import { judgeToken, type TokenJudgement } from '../login-tokens/judge-token.ts'
import { mappingProviders } from '../roles/mapping-providers.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { toServiceRoles } from '../roles/to-service-roles.ts'
import { foretold } from './foretold.ts'
import { DEVELOPER, loginsForTests, NOW, poolsForTests, SAML } from './logins-for-tests.ts'
import { loginJudgement, roleForecast } from './role-forecast.ts'

const SEED = 20_261_127
const CASES = 2000

const world = createWorld({ randomSeed: 3 })
world.clock.set(NOW)
world.clock.stop()
const client = new CognitoIdentityClient({
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
  requestHandler: requestHandler(world),
})

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

type Made = typeof poolsForTests extends fc.Arbitrary<infer T> ? T : never

async function made({ userPools: clients, social, oidc, saml, developer }: Made) {
  const { IdentityPoolId } = await client.send(
    new CreateIdentityPoolCommand({
      IdentityPoolName: 'Judged',
      AllowUnauthenticatedIdentities: false,
      CognitoIdentityProviders: clients.map(([ProviderName, ClientId]) => ({ ProviderName, ClientId })),
      SupportedLoginProviders: social,
      OpenIdConnectProviderARNs: oidc.map((host) => `arn:aws:iam::123456789012:oidc-provider/${host}`),
      SamlProviderARNs: saml ? [SAML] : [],
      ...(developer && { DeveloperProviderName: DEVELOPER }),
    }),
  )
  return toPool(await client.send(new DescribeIdentityPoolCommand({ IdentityPoolId })))
}

type Answer = { at: 'identity' | 'credentials'; name: string; message: string } | { roleArn: string | undefined }

const refusedAt = (at: 'identity' | 'credentials', { name, message }: { name: string; message: string }): Answer => ({
  at,
  name,
  message,
})

/** What the service answers: the role that its session token names, or the first refusal. */
async function answerOf(poolId: string, Logins: Record<string, string>): Promise<Answer> {
  let at: 'identity' | 'credentials' = 'identity'
  try {
    const { IdentityId } = await client.send(new GetIdCommand({ IdentityPoolId: poolId, Logins }))
    at = 'credentials'
    const { Credentials } = await client.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins }))
    return { roleArn: /(?:^|;)role=([^;]+)/.exec(Credentials?.SessionToken ?? '')?.[1] }
  } catch (error) {
    if (!(error instanceof CognitoIdentityServiceException)) throw error
    return refusedAt(at, error)
  }
}

/** The same as the Access test foretells it; null where it says that it cannot know. */
function foreseen(judgement: TokenJudgement, forecast: RoleOutcome | null): Answer | null {
  if (judgement.refusal) return refusedAt('identity', judgement.refusal)
  if (forecast === null) return null
  return forecast.granted ? { roleArn: forecast.roleArn } : refusedAt('credentials', forecast)
}

/** What the simulator shows of a token that is not refused first; null of what it cannot read. */
function simulated(
  roles: RoleSettings,
  keys: readonly string[],
  { provider, token }: { provider: string; token: string },
) {
  const reading = readClaims(token, keys)
  if (!reading.ok || !reading.token) return null
  const key = reading.provider ?? keys[0] ?? provider
  const caller = { as: 'user' as const, provider: key, claims: reading.claims, customRoleArn: null }
  return evaluateRoleMapping({ allowUnauthenticated: false, roles }, caller).outcome
}

it('judgement, simulator, forecast and service agree on 2,000 pools and tokens, words included', async () => {
  const seen: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(poolsForTests, loginsForTests, fc.boolean(), async (settings, login, mapped) => {
      const pool = await made(settings)
      const keys = mappingProviders(pool).filter((one) => loginName(one) === login.provider)
      const roles: RoleSettings = {
        authenticated: role('User'),
        unauthenticated: null,
        mappings: (mapped ? keys : []).map((provider) => ({ provider, type: 'Token', ambiguous: 'Deny', rules: [] })),
      }
      await client.send(new SetIdentityPoolRolesCommand({ IdentityPoolId: pool.poolId, ...toServiceRoles(roles) }))
      const subject = { as: 'login' as const, ...login, identityId: null, customRoleArn: null }
      const judgement = judgeToken({ ...login, pool, now: NOW })
      const forecast = roleForecast(pool, roles, subject, loginJudgement(pool, subject, NOW))
      const answer = await answerOf(pool.poolId, { [login.provider]: login.token })
      const isAssertion = login.provider === SAML
      expect((isAssertion && !judgement.refusal ? null : foreseen(judgement, forecast)) ?? answer).toEqual(answer)
      const { identity } = foretold(pool, roles, subject, forecast, judgement)
      expect(identity.refused).toBe(judgement.refusal !== null)
      expect(judgement.refusal && judgement.why.length === 0).not.toBe(true)
      const ofSimulator = judgement.refusal ? null : simulated(roles, keys, login)
      expect(ofSimulator ?? forecast).toEqual(forecast)
      const kind = 'at' in answer ? `${answer.at}: ${answer.message.replace(/:.*/, '')}` : 'taken'
      seen[kind] = (seen[kind] ?? 0) + 1
      await client.send(new DeleteIdentityPoolCommand({ IdentityPoolId: pool.poolId }))
    }),
    { seed: SEED, numRuns: CASES },
  )
  expect(Object.keys(seen).toSorted()).toEqual([
    'credentials: The ambiguous role mapping rules for',
    "identity: Invalid login token. Can't pass in a Cognito token.",
    "identity: Invalid login token. Issuer doesn't match providerName",
    'identity: Invalid login token. Missing a required claim',
    'identity: Invalid login token. Not a valid OpenId Connect identity token.',
    'identity: Invalid login token. Not a valid SAML assertion.',
    'identity: Invalid login token. Token expired',
    'identity: Please provide a valid public provider.',
    'identity: Token is not from a supported provider of this identity pool.',
    'taken',
  ])
  expect(seen['taken']).toBeGreaterThan(150)
}, 120_000)
