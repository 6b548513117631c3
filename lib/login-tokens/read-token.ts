import { decodeJwt, type JWTPayload } from 'jose'
import { isId } from '../core/limits.ts'
import { loginProvider } from '../login-providers/login-provider.ts'

/** What a token says of itself. Nobody checked its signature. Times are epoch milliseconds. */
export type TokenFacts = {
  issuer: string | null
  /** The issuer as the API names a login's provider: without `https://`. */
  provider: string | null
  subject: string | null
  audiences: string[]
  issuedAt: number | null
  expiresAt: number | null
  notBefore: number | null
  /** It grants access to an API and says nothing that a pool would take. */
  isAccessToken: boolean
  /** Of the identity that an identity pool made it for. */
  identity: { identityId: string; poolId: string } | null
}

/** Whether a login is a token of an identity pool itself, such as one of a developer user. */
export const isServiceLogin = (provider: string): boolean => loginProvider(provider).kind === 'identity-pool'

/** The claims of a JWT, whose signature nobody checks; null when it is none. */
export function tokenClaims(token: string): JWTPayload | null {
  try {
    return decodeJwt(token)
  } catch {
    return null
  }
}

/** Decodes a JWT where it was pasted; null when it is none. */
export function readToken(token: string): TokenFacts | null {
  const claims = tokenClaims(token)
  return claims && factsOf(claims)
}

function factsOf(claims: JWTPayload): TokenFacts {
  const { iss, sub, aud, iat, exp, nbf } = claims
  const provider = iss?.replace(/^https:\/\//, '') ?? null
  const audiences = aud === undefined ? [] : [aud].flat()
  const [poolId = ''] = audiences
  const ours = provider !== null && isServiceLogin(provider) && sub !== undefined && isId(sub) && isId(poolId)
  return {
    issuer: iss ?? null,
    provider,
    subject: sub ?? null,
    audiences,
    issuedAt: milliseconds(iat),
    expiresAt: milliseconds(exp),
    notBefore: milliseconds(nbf),
    isAccessToken: claims['token_use'] === 'access' || (audiences.length === 0 && 'scope' in claims),
    identity: ours ? { identityId: sub, poolId } : null,
  }
}

const milliseconds = (seconds: number | undefined) => (seconds === undefined ? null : seconds * 1000)
