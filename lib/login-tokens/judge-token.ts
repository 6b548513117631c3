import { isolated } from '../core/isolated.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import { providerNames } from '../login-providers/provider-names.ts'
import { nearProvider, nearSentence } from '../login-providers/near-provider.ts'
import { appsOf } from './pool-apps.ts'
import { readToken, type TokenFacts } from './read-token.ts'
import { serviceRefusal, type LoginOfPool, type ServiceRefusal } from './service-refusal.ts'
import { kindOfToken, type KindOfToken } from './token-kind.ts'
import { tokenProblems } from './token-problems.ts'

/**
 * What would make a login work. `add-client`: the pool takes tokens of this app client of a user pool; `choose`: the
 * login is another; `id-token`, `fresh`, `of-provider`: the token is to be another; `several-apps`: a social login
 * takes one app, an IAM OpenID Connect provider several.
 */
export type TokenRemedy =
  | { do: 'add-client'; providerName: string; clientId: string }
  | { do: 'choose'; provider: string }
  | { do: 'id-token' }
  | { do: 'fresh' }
  | { do: 'of-provider' }
  | { do: 'several-apps'; issuer: string }

/**
 * What becomes of a login at a pool. `takes` is of the token’s own words: nobody checked its signature. `iam-decides`:
 * the apps are kept at IAM’s provider. `provider-decides`: only the provider can read the token.
 */
export type TokenJudgement = KindOfToken & {
  facts: TokenFacts | null
  answer: 'takes' | 'refuses' | 'iam-decides' | 'provider-decides'
  /** In the service’s own words. */
  refusal: ServiceRefusal | null
  /** All that is wrong, a sentence each, with the values that decide it. */
  why: string[]
  /** The apps of the provider that the pool names; null where it names none, or IAM keeps them. */
  apps: readonly string[] | null
  remedies: TokenRemedy[]
}

/** Judges a login at a pool by what its token says of itself; nothing is sent for it. */
export function judgeToken(login: LoginOfPool): TokenJudgement {
  const { token, provider, pool } = login
  const facts = readToken(token)
  const refusal = serviceRefusal(login)
  const apps = pool && appsOf(pool, provider)
  const logins = pool ? [...new Set(providerNames(pool).map((one) => one.login))] : []
  return {
    ...kindOfToken(token),
    facts,
    answer: refusal ? 'refuses' : answerOf(provider, apps),
    refusal,
    why: [...tokenProblems(login), ...misses(login, facts, logins)],
    apps: apps === 'iam' ? null : apps,
    remedies: refusal ? remediesOf(login, facts, logins) : [],
  }
}

function answerOf(provider: string, apps: ReturnType<typeof appsOf>): TokenJudgement['answer'] {
  if (loginProvider(provider).token !== 'id-token') return 'provider-decides'
  return apps === 'iam' ? 'iam-decides' : 'takes'
}

/** What nearly fits: the app’s key for the login, the token’s issuer, and the app that asked for the token. */
function misses({ provider, pool }: LoginOfPool, facts: TokenFacts | null, logins: readonly string[]): string[] {
  if (!pool) return []
  const key = nearProvider(provider, logins)
  const issuer = facts?.provider ?? null
  const nearIssuer = issuer === null || issuer === provider ? null : nearProvider(issuer, logins)
  const apps = appsOf(pool, provider)
  const party = facts?.authorizedParty ?? null
  const isParty =
    party !== null && Array.isArray(apps) && apps.includes(party) && !facts?.audiences.some((one) => apps.includes(one))
  return [
    ...(key ? [nearSentence('The key', provider, key)] : []),
    ...(nearIssuer && issuer !== null ? [nearSentence('The issuer', issuer, nearIssuer)] : []),
    ...(isParty
      ? [
          `The pool takes ${isolated(party)}, which asked for the token (azp), but the service looks at whom it is for (aud).`,
        ]
      : []),
  ]
}

function remediesOf(
  { token, provider, pool, now }: LoginOfPool,
  facts: TokenFacts | null,
  logins: readonly string[],
): TokenRemedy[] {
  if (!facts) return kindOfToken(token).kind === 'unreadable' ? [{ do: 'of-provider' }] : [{ do: 'id-token' }]
  if (facts.isOfIdentityPool) return [{ do: 'of-provider' }]
  if (facts.isAccessToken) return [{ do: 'id-token' }]
  const { provider: issuer, audiences, expiresAt } = facts
  const expired: TokenRemedy[] = expiresAt !== null && expiresAt <= now ? [{ do: 'fresh' }] : []
  if (issuer === null || !pool) return expired
  const right = logins.includes(issuer) ? issuer : null
  const choose: TokenRemedy[] = right !== null && right !== provider ? [{ do: 'choose', provider: right }] : []
  const apps = appsOf(pool, issuer)
  const [audience] = audiences
  const isOfApp = apps === 'iam' || audiences.some((one) => apps?.includes(one))
  if (isOfApp || audience === undefined) return [...choose, ...expired]
  const { kind } = loginProvider(issuer)
  const app: TokenRemedy[] =
    kind === 'user-pool'
      ? [{ do: 'add-client', providerName: issuer, clientId: audience }]
      : kind === 'social' && apps !== null
        ? [{ do: 'several-apps', issuer }]
        : []
  return [...choose, ...app, ...expired]
}
