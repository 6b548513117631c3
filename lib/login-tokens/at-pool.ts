import { providerNames } from '../login-providers/provider-names.ts'
import type { Pool } from '../pools/pool.ts'
import { judgeToken, type TokenJudgement } from './judge-token.ts'
import { nearProvider } from '../login-providers/near-provider.ts'
import { appsOf } from './pool-apps.ts'
import { readToken } from './read-token.ts'

/**
 * What a pool makes of a token under its issuer's own name. `expired`, `early`: it is the pool's but for its time;
 * `other-app`: the provider is the pool's and the app is not; `near`: the provider is nearly one of the pool's.
 */
export type PoolVerdict = {
  answer: 'takes' | 'iam-decides' | 'expired' | 'early' | 'other-app' | 'near'
  judgement: TokenJudgement
}

/** Judges a token at a pool; null when the pool has nothing to do with it. `now` is epoch milliseconds. */
export function atPool(token: string, pool: Pool, now: number): PoolVerdict | null {
  const facts = readToken(token)
  if (!facts?.provider || facts.isAccessToken || facts.isOfIdentityPool) return null
  const { provider, audiences, expiresAt, notBefore } = facts
  const judgement = judgeToken({ token, provider, pool, now })
  const apps = appsOf(pool, provider)
  if (apps === null) {
    const logins = providerNames(pool).map(({ login }) => login)
    return nearProvider(provider, logins) ? { answer: 'near', judgement } : null
  }
  if (apps !== 'iam' && !audiences.some((one) => apps.includes(one))) return { answer: 'other-app', judgement }
  if (expiresAt !== null && expiresAt <= now) return { answer: 'expired', judgement }
  if (notBefore !== null && notBefore > now) return { answer: 'early', judgement }
  return { answer: apps === 'iam' ? 'iam-decides' : 'takes', judgement }
}
