import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose'
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
  /** An identity pool made it: it proves no login. */
  isOfIdentityPool: boolean
  /** The app that asked for it, which is not the one that it is for where both are told. */
  authorizedParty: string | null
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

/** The same of a JWT whose head can be read as well, as the service reads it. */
export function wholeJwt(token: string): JWTPayload | null {
  try {
    decodeProtectedHeader(token)
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

/** A claim of the wrong kind is none: anybody may have written the token. */
function factsOf(claims: JWTPayload): TokenFacts {
  const [iss, sub, azp] = [claims.iss, claims.sub, claims['azp']].map(textOrNull)
  const provider = iss?.replace(/^https:\/\//, '') ?? null
  const audiences = [claims.aud].flat().filter((one) => typeof one === 'string')
  const [poolId = ''] = audiences
  const isOfIdentityPool = provider !== null && isServiceLogin(provider)
  const ours = isOfIdentityPool && typeof sub === 'string' && isId(sub) && isId(poolId)
  return {
    issuer: iss ?? null,
    provider,
    subject: sub ?? null,
    audiences,
    issuedAt: milliseconds(claims.iat),
    expiresAt: milliseconds(claims.exp),
    notBefore: milliseconds(claims.nbf),
    isAccessToken: claims['token_use'] === 'access' || (audiences.length === 0 && 'scope' in claims),
    isOfIdentityPool,
    authorizedParty: azp ?? null,
    identity: ours ? { identityId: sub, poolId } : null,
  }
}

const textOrNull = (claim: unknown): string | null => (typeof claim === 'string' ? claim : null)

const milliseconds = (seconds: unknown) => (typeof seconds === 'number' ? seconds * 1000 : null)
