import {
  compactVerify,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose'
import { notAuthorized } from '../state/errors.ts'
import type { Pool } from '../state/pools.ts'
import type { Tags } from '../state/principal-tags.ts'
import type { Store } from '../state/store.ts'
import type { World } from '../state/world.ts'

export const COGNITO_PROVIDER = 'cognito-identity.amazonaws.com'
export const COGNITO_ISSUER = `https://${COGNITO_PROVIDER}`
/** Where STS looks for session tags in a token. */
const TAGS_CLAIM = 'https://aws.amazon.com/tags'
const POOL_ARN_CLAIM = `${COGNITO_ISSUER}/identity-pool-arn`
const ALGORITHM = 'RS512'
const KEY_SETTING = 'signing-key'
const KEY_ID = 'emulator-1'

const keys = new WeakMap<Store, Promise<JWK>>()

/** Kept with the data, so that tokens outlive a restart. */
function signingKey(store: Store): Promise<JWK> {
  const known = keys.get(store) ?? readOrMakeKey(store)
  keys.set(store, known)
  return known
}

async function readOrMakeKey(store: Store): Promise<JWK> {
  const kept = store.setting(KEY_SETTING)
  if (kept !== null) return JSON.parse(kept) as JWK
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const key = await exportJWK(privateKey)
  store.saveSetting(KEY_SETTING, JSON.stringify(key))
  return key
}

async function publicKey(store: Store): Promise<JWK> {
  const { kty, n, e } = await signingKey(store)
  return { kty, alg: ALGORITHM, use: 'sig', kid: KEY_ID, n, e }
}

export const keySet = async (world: World) => ({ keys: [await publicKey(world.store)] })

/** An OpenID token for an identity. `seconds`: how long it is good. */
export async function issueToken(
  world: World,
  token: { pool: Pool; identityId: string; amr: string[]; seconds: number; tags: Tags },
): Promise<string> {
  const { pool, identityId, amr, seconds, tags } = token
  const now = Math.floor(world.clock.now() / 1000)
  const principalTags = Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, [value]]))
  const claims: JWTPayload = {
    amr,
    [POOL_ARN_CLAIM]: `arn:aws:cognito-identity:${pool.region}:${world.account}:identitypool/${pool.id}`,
    ...(Object.keys(tags).length > 0 ? { [TAGS_CLAIM]: { principal_tags: principalTags } } : {}),
  }
  return new SignJWT(claims)
    .setProtectedHeader({ kid: KEY_ID, typ: 'JWS', alg: ALGORITHM })
    .setIssuer(COGNITO_ISSUER)
    .setSubject(identityId)
    .setAudience(pool.id)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(await importJWK(await signingKey(world.store), ALGORITHM))
}

/** A token of any issuer, signed with the emulator's own key: a login to try things out with. */
export async function mintToken(world: World, claims: JWTPayload, seconds: number): Promise<string> {
  const now = Math.floor(world.clock.now() / 1000)
  return new SignJWT({ iat: now, exp: now + seconds, ...claims })
    .setProtectedHeader({ kid: KEY_ID, typ: 'JWT', alg: ALGORITHM })
    .sign(await importJWK(await signingKey(world.store), ALGORITHM))
}

/** What a token says that we signed, valid or not any more; null for any other. */
export async function claimsOfOwnToken(store: Store, token: string): Promise<JWTPayload | null> {
  const key = await importJWK(await publicKey(store), ALGORITHM)
  const isOurs = await compactVerify(token, key).then(
    () => true,
    () => false,
  )
  const claims = isOurs ? decodeJwt(token) : {}
  return claims.iss === COGNITO_ISSUER ? claims : null
}

/** The session tags that a token carries. */
export function tagsOfClaims(claims: JWTPayload | null): Tags {
  const { principal_tags: tags } = (claims?.[TAGS_CLAIM] ?? {}) as { principal_tags?: { [tag: string]: string[] } }
  return Object.fromEntries(Object.entries(tags ?? {}).map(([tag, [value = '']]) => [tag, value]))
}

/** What one of our own tokens says. Throws NotAuthorizedException when it is not valid for the pool now. */
export async function verifyOwnToken(world: World, pool: Pool, token: string) {
  const claims = await claimsOfOwnToken(world.store, token)
  if (claims === null || claims.aud !== pool.id || claims.exp === undefined) {
    throw notAuthorized("Invalid login token. Couldn't verify signed token.")
  }
  const now = Math.floor(world.clock.now() / 1000)
  if (claims.exp <= now) throw notAuthorized(`Invalid login token. Token expired: ${claims.exp} >= ${now}`)
  return claims
}
