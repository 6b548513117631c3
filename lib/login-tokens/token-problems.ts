import { isolated } from '../core/isolated.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import { appsOf } from './pool-apps.ts'
import { isServiceLogin, readToken, wholeJwt, type TokenFacts } from './read-token.ts'
import type { LoginOfPool } from './service-refusal.ts'

const OWN = 'This is a token of the identity pool itself: it proves no login.'
const CUT =
  'The beginning of the token cannot be read: it is cut, or something such as Bearer stands before it. The service takes the bare token.'

/**
 * Why the service will refuse a token as a proof, as far as the token itself tells, a sentence each; nothing when it
 * may pass. Access tokens and SAML assertions cannot be judged here.
 */
export function tokenProblems({ token, provider, pool, now }: LoginOfPool): string[] {
  const { token: form, label, login } = loginProvider(provider)
  const unknown = isServiceLogin(provider) ? [] : ofProvider(provider, pool)
  if (form === 'saml-assertion') return unknown
  const facts = readToken(token)
  if (facts?.isOfIdentityPool) return [OWN]
  if (form === 'access-token') return unknown
  if (!facts) return [`This is no ID token: one of ${isolated(label)} has three parts with dots between them.`]
  if (!wholeJwt(token)) return [CUT]
  return [...ofToken(facts, login, provider, now), ...unknown, ...ofAudience(facts, login, pool)]
}

function ofToken(facts: TokenFacts, login: string, provider: string, now: number): string[] {
  const { issuer, audiences, subject, expiresAt, notBefore, isAccessToken } = facts
  const missing = [
    ...(issuer === null ? ['iss'] : []),
    ...(audiences.length === 0 ? ['aud'] : []),
    ...(subject ? [] : ['sub']),
    ...(expiresAt === null ? ['exp'] : []),
  ]
  return [
    ...(isAccessToken ? ['This is an access token: the service wants the ID token.'] : []),
    ...(missing.length > 0 && !isAccessToken
      ? [`The token lacks what the service asks for: ${missing.join(', ')}.`]
      : []),
    ...(facts.provider === login || issuer === null
      ? []
      : [`Wrong issuer: the token is from ${isolated(issuer)}, and the login is of ${isolated(provider)}.`]),
    ...(expiresAt !== null && expiresAt <= now
      ? [`Expired on ${stamp(expiresAt)}: ask the person for a new one.`]
      : []),
    ...(notBefore !== null && notBefore > now ? [`Not valid before ${stamp(notBefore)}.`] : []),
  ]
}

function ofProvider(provider: string, pool: LoginOfPool['pool']): string[] {
  return pool && appsOf(pool, provider) === null ? [`The pool does not name ${isolated(loginLabel(provider))}.`] : []
}

function ofAudience({ provider, audiences }: TokenFacts, login: string, pool: LoginOfPool['pool']): string[] {
  const apps = pool && provider === login ? appsOf(pool, login) : null
  if (apps === null || apps === 'iam' || audiences.some((one) => apps.includes(one)) || audiences.length === 0)
    return []
  return [
    `Wrong audience: the token is for ${list(audiences)}; of this provider the pool takes tokens for ${list(apps)} only.`,
  ]
}

const list = (texts: readonly string[]) => texts.map(isolated).join(' and ')

const stamp = (moment: number) => `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`
