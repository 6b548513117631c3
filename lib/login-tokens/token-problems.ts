import { loginProvider } from '../login-providers/login-provider.ts'
import type { Pool } from '../pools/pool.ts'
import { poolAcceptance } from './pool-acceptance.ts'
import { readToken } from './read-token.ts'

type Proof = {
  token: string
  /** The login that the token is to prove. */
  provider: string
  /** The identity's pool, where it is known. */
  pool: Pool | null
  /** Epoch milliseconds. */
  now: number
}

/**
 * Why the service will refuse a token as a proof, as far as the token itself tells, a sentence each; nothing when it
 * may pass. Access tokens and SAML assertions cannot be judged here.
 */
export function tokenProblems({ token, provider, pool, now }: Proof): string[] {
  const { token: form, label, login } = loginProvider(provider)
  if (form === 'saml-assertion') return []
  const facts = readToken(token)
  if (form === 'access-token') {
    return facts?.identity ? ['This is a token of the identity pool itself: it proves no login.'] : []
  }
  if (!facts) return [`This is no ID token: one of ${label} has three parts with dots between them.`]
  if (facts.identity) return ['This is a token of the identity pool itself: it proves no login.']
  const { expiresAt, notBefore } = facts
  return [
    ...(facts.isAccessToken ? ['This is an access token: the service wants the ID token.'] : []),
    ...(facts.provider === login
      ? []
      : [`Wrong issuer: the token is from ${facts.issuer ?? 'nobody'}, and the login is of ${provider}.`]),
    ...(expiresAt !== null && expiresAt <= now
      ? [`Expired on ${stamp(expiresAt)}: ask the person for a new one.`]
      : []),
    ...(notBefore !== null && notBefore > now ? [`Not valid before ${stamp(notBefore)}.`] : []),
    ...(pool && facts.provider === login && poolAcceptance(pool, facts) === 'other-audience'
      ? [`Wrong audience: the token is for ${facts.audiences.join(', ') || 'no app'}, which the pool does not name.`]
      : []),
  ]
}

const stamp = (moment: number) => `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`
