import { isolated } from '../core/isolated.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import { judgeToken } from '../login-tokens/judge-token.ts'
import { bareToken } from '../login-tokens/read-claims.ts'
import { readToken } from '../login-tokens/read-token.ts'
import type { Pool } from '../pools/pool.ts'

/** A token that was pasted as that of a login provider, named as role mappings name it. `own`: an identity pool made it. */
export type PastedToken = { token: string; provider: string; own: boolean }

/** The token that a text is; null for claims and for anything else. */
export function pastedToken(text: string, provider: string): PastedToken | null {
  const token = bareToken(text)
  const facts = readToken(token)
  return facts && { token, provider, own: facts.isOfIdentityPool }
}

/**
 * Why nobody gets anything with a token, a sentence each; empty where it would be taken as far as it tells. A token of
 * the pool's own proves no login, and STS takes it while it is valid. `now`: epoch milliseconds.
 */
export function whyTokenRefused({ token, provider, own }: PastedToken, pool: Pool | null, now: number): string[] {
  const { expiresAt = null, audiences = [] } = readToken(token) ?? {}
  if (own) return expiresAt !== null && expiresAt <= now ? [expired(expiresAt)] : []
  const { login, clientId } = loginProvider(provider)
  const { refusal, why } = judgeToken({ token, provider: login, pool, now })
  if (why.length > 0) return why
  if (refusal !== null) return [refusal.message]
  return clientId === null || audiences.includes(clientId)
    ? []
    : [
        `Another app client: the token is for ${audiences.map(isolated).join(' and ')}, and ${isolated(loginLabel(provider))} was chosen.`,
      ]
}

const expired = (at: number): string =>
  `Expired on ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC: STS takes it no more. Let the app ask for a new one.`
