import { compactVerify, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, type JWTPayload } from 'jose'
import { invalidParameter, notAuthorized, ServiceError } from '../state/errors.ts'
import type { Login } from '../state/logins.ts'
import { oidcArnsOf, type Pool } from '../state/pools.ts'
import type { World } from '../state/world.ts'
import { COGNITO_ISSUER, COGNITO_PROVIDER } from './openid-token.ts'
import { readSamlAssertion } from './read-saml-assertion.ts'

/** A checked login with what its token says of the user. */
export interface ProvenLogin extends Login {
  claims: JWTPayload
}

/** Their tokens are opaque: the emulator takes one as the user's id. */
const OPAQUE = ['graph.facebook.com', 'www.amazon.com', 'api.twitter.com', 'www.digits.com']

const SAML_ARN = /^arn:aws[\w-]*:iam::\d+:saml-provider\//
const NO_ID_TOKEN = 'Not a valid OpenId Connect identity token.'
const invalidToken = (reason: string) => notAuthorized(`Invalid login token. ${reason}`)
const unsupported = () => notAuthorized('Token is not from a supported provider of this identity pool.')

/** Each has to be valid; the first that is not, in the order of the world, is told. Throws NotAuthorizedException, InvalidParameterException or ExternalServiceException. */
export async function proveLogins(world: World, pool: Pool, logins: { [provider: string]: string }) {
  const proven: ProvenLogin[] = []
  for (const [provider, token] of inOrder(world, Object.entries(logins)))
    proven.push(await proveLogin(world, pool, provider, token))
  return proven
}

function inOrder({ loginOrder }: World, logins: [provider: string, token: string][]) {
  if (loginOrder === 'sent') return logins
  const up = logins.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return loginOrder === 'name' ? up : up.toReversed()
}

/**
 * In the order of public reports: a token of this very service, the claims of a JWT, its issuer against the key, its
 * expiry, the provider, the audience.
 */
async function proveLogin(world: World, pool: Pool, provider: string, token: string): Promise<ProvenLogin> {
  const ofJwt = decode(token)
  if (provider === COGNITO_PROVIDER || ofJwt?.iss === COGNITO_ISSUER)
    throw invalidToken("Can't pass in a Cognito token.")
  const isOpaque = OPAQUE.includes(provider) || SAML_ARN.test(provider)
  const claims = ofJwt && !isOpaque ? checkClaims(world, provider, ofJwt) : null
  if (provider === pool.developerProvider || !isPublic(provider)) {
    throw invalidParameter('Please provide a valid public provider.')
  }
  const kind = supportOf(pool, provider)
  if (kind === null) throw unsupported()
  const proven = (subject: string, its: JWTPayload) => ({ provider, subject, developer: false, claims: its })
  if (OPAQUE.includes(provider))
    return proven(token, { iss: provider, sub: token, ...(kind === 'any audience' ? {} : { aud: kind[0] ?? '' }) })
  if (kind === 'saml') {
    const assertion = readSamlAssertion(token)
    if (!assertion) throw invalidToken('Not a valid SAML assertion.')
    return proven(assertion.sub, assertion)
  }
  if (!claims) throw invalidToken(NO_ID_TOKEN)
  const keySet = world.jwks.get(claims.iss) ?? world.jwks.get(withoutScheme(claims.iss))
  if (keySet) await verify(token, keySet)
  const audiences = [claims.aud ?? []].flat()
  if (kind !== 'any audience' && !audiences.some((one) => kind.includes(one)))
    throw otherAudience(world, pool, provider)
  return proven(claims.sub, claims)
}

/** Both texts are public for a social login; of a user pool only the first one is. */
const otherAudience = (world: World, pool: Pool, provider: string) =>
  world.wrongAudience === 'audience' && Object.hasOwn(pool.loginProviders ?? {}, provider)
    ? invalidToken('Incorrect token audience.')
    : unsupported()

/** Names of public providers are hosts or ARNs. */
const isPublic = (provider: string) => /^[^\s/]+\.[^\s/]+/.test(provider) || provider.startsWith('arn:')

/** The audiences the pool takes from this provider; null when it takes none of it. */
function supportOf(pool: Pool, provider: string): string[] | 'any audience' | 'saml' | null {
  if (pool.samlArns?.includes(provider)) return 'saml'
  const clients = pool.userPools?.filter((one) => one.ProviderName === provider).map((one) => one.ClientId ?? '')
  if (clients && clients.length > 0) return clients
  if (oidcArnsOf(pool, provider).length > 0) return 'any audience'
  const configured = Object.entries(pool.loginProviders ?? {}).find(([name]) => name === provider)?.[1]
  return configured === undefined ? null : configured.split(';')
}

function checkClaims(world: World, provider: string, claims: JWTPayload) {
  const { iss, aud, sub, exp } = claims
  for (const name of ['iss', 'aud', 'sub', 'exp']) {
    if (claims[name] === undefined) throw invalidToken(`Missing a required claim: ${name}`)
  }
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof exp !== 'number' || aud === undefined || !sub) {
    throw invalidToken(NO_ID_TOKEN)
  }
  if (withoutScheme(iss) !== provider) throw invalidToken("Issuer doesn't match providerName")
  const now = Math.floor(world.clock.now() / 1000)
  if (exp <= now) throw invalidToken(`Token expired: ${exp} >= ${now}`)
  return { ...claims, iss, sub }
}

const withoutScheme = (issuer: string) => issuer.replace(/^https:\/\//, '')

function decode(token: string): JWTPayload | null {
  try {
    decodeProtectedHeader(token)
    return decodeJwt(token)
  } catch {
    return null
  }
}

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()

async function verify(token: string, url: string) {
  const keySet = keySets.get(url) ?? createRemoteJWKSet(new URL(url), { timeoutDuration: 5000 })
  keySets.set(url, keySet)
  try {
    await compactVerify(token, keySet)
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
      throw invalidToken("Couldn't verify signed token.")
    }
    throw new ServiceError('ExternalServiceException', `The key set ${url} could not be read.`)
  }
}
