import type { JWTPayload } from 'jose'
import { loginProvider } from '../login-providers/login-provider.ts'
import type { Pool } from '../pools/pool.ts'
import { appsOf } from './pool-apps.ts'
import { isServiceLogin, wholeJwt } from './read-token.ts'

/** A login and its token, as an app sends them to a pool. */
export type LoginOfPool = {
  token: string
  /** The key of `Logins`. */
  provider: string
  /** Where it is not known, what depends on it is not judged. */
  pool: Pool | null
  /** Epoch milliseconds. */
  now: number
}

/** The service's own name and words for a refusal. `or`: other words that are public for the same. */
export type ServiceRefusal = { name: string; message: string; or: string | null }

const REQUIRED = ['iss', 'aud', 'sub', 'exp'] as const

const notAuthorized = (message: string, or: string | null = null): ServiceRefusal => ({
  name: 'NotAuthorizedException',
  message,
  or,
})
const invalidToken = (reason: string) => notAuthorized(`Invalid login token. ${reason}`)
const NO_ID_TOKEN = invalidToken('Not a valid OpenId Connect identity token.')
const UNSUPPORTED = 'Token is not from a supported provider of this identity pool.'
const OTHER_AUDIENCE = 'Invalid login token. Incorrect token audience.'

/**
 * The refusal that a login meets before anything else is looked at, or null when the token itself gives no reason. The
 * order is the service's, as public reports show it: a token of its own kind, required claims, issuer against key,
 * expiry, supported provider, audience. Signatures, access tokens and SAML assertions cannot be judged here.
 */
export function serviceRefusal({ token, provider, pool, now }: LoginOfPool): ServiceRefusal | null {
  const { token: form } = loginProvider(provider)
  const claims = wholeJwt(token)
  const { iss } = claims ?? {}
  if (isServiceLogin(provider) || (typeof iss === 'string' && isServiceLogin(withoutScheme(iss))))
    return invalidToken("Can't pass in a Cognito token.")
  if (claims && form === 'id-token') {
    const refusal = ofClaims(claims, provider, Math.floor(now / 1000))
    if (refusal) return refusal
  }
  if (!pool) return claims || form !== 'id-token' ? null : NO_ID_TOKEN
  if (provider === pool.developerProviderName || !isPublic(provider))
    return { name: 'InvalidParameterException', message: 'Please provide a valid public provider.', or: null }
  const apps = appsOf(pool, provider)
  if (apps === null) return notAuthorized(UNSUPPORTED)
  if (form !== 'id-token') return null
  if (!claims) return NO_ID_TOKEN
  const isOfApp = apps === 'iam' || [claims.aud].flat().some((one) => one !== undefined && apps.includes(one))
  if (isOfApp) return null
  return notAuthorized(UNSUPPORTED, loginProvider(provider).kind === 'social' ? OTHER_AUDIENCE : null)
}

function ofClaims(claims: JWTPayload, provider: string, now: number): ServiceRefusal | null {
  for (const name of REQUIRED) if (claims[name] === undefined) return invalidToken(`Missing a required claim: ${name}`)
  const { iss, sub, exp } = claims
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof exp !== 'number' || sub === '') return NO_ID_TOKEN
  if (withoutScheme(iss) !== provider) return invalidToken("Issuer doesn't match providerName")
  return exp <= now ? invalidToken(`Token expired: ${exp} >= ${now}`) : null
}

const withoutScheme = (issuer: string): string => issuer.replace(/^https:\/\//, '')

/** Names of public providers are hosts or ARNs. */
const isPublic = (provider: string) => /^[^\s/]+\.[^\s/]+/.test(provider) || provider.startsWith('arn:')
