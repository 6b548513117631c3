import 'server-only'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose'
import { config } from '../config/config.ts'
import { provider } from './provider.ts'
import { boundedFetch, inTime } from './within-bounds.ts'

/** Signatures of a provider that are taken: those that need a key which it alone has. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'RS384', 'PS384', 'ES384', 'RS512', 'PS512', 'ES512', 'EdDSA', 'Ed25519']
const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
const OLDEST_S = 300
const FRESH_MS = 300_000
/** A key that is not known is asked for, and not more often than this: anybody may send one. */
const ASKED_AGAIN_MS = 10_000

/** Whose sessions end: a subject's, or the one that the provider names. */
export type SignedOut = { issuer: string; subject: string | null; providerSession: string | null }

/** What a provider says with the token that it sends when somebody signed out of it. Errors: whatever of it is not so. */
export const signedOutBy = (token: string): Promise<SignedOut> =>
  inTime(async () => {
    const { oidc } = config()
    if (oidc === null) throw new Error('No provider is configured')
    const found = await provider()
    const { issuer, jwks_uri: address } = found.serverMetadata()
    const keys = await keysOf(address, decodeProtectedHeader(token).kid)
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      issuer,
      audience: oidc.clientId,
      algorithms: ALGORITHMS,
      maxTokenAge: OLDEST_S,
      requiredClaims: ['iat', 'jti'],
    })
    const { events, nonce, sub, sid } = payload
    const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, EVENT)
    const subject = typeof sub === 'string' ? sub : null
    const providerSession = typeof sid === 'string' ? sid : null
    if (!isLogout || nonce !== undefined || (subject === null && providerSession === null))
      throw new Error('This is no logout token')
    return { issuer: oidc.issuer, subject, providerSession }
  })

type Keys = { address: string; at: number; keys: JSONWebKeySet }
const holder = globalThis as typeof globalThis & { lifeguardProviderKeys?: Keys }

async function keysOf(address: string | undefined, kid: string | undefined): Promise<JSONWebKeySet> {
  if (address === undefined) throw new Error('The provider has no keys')
  const known = holder.lifeguardProviderKeys
  if (known?.address === address) {
    const age = Date.now() - known.at
    const has = known.keys.keys.some((key) => key.kid === kid)
    if (age < ASKED_AGAIN_MS || (has && age < FRESH_MS)) return known.keys
  }
  const response = await boundedFetch(address, { body: undefined, headers: {}, method: 'GET', redirect: 'manual' })
  const keys = (await response.json()) as JSONWebKeySet
  if (!Array.isArray(keys.keys)) throw new Error('The provider has no keys')
  holder.lifeguardProviderKeys = { address, at: Date.now(), keys }
  return keys
}
