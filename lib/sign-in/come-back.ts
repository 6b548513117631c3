import 'server-only'
import * as client from 'openid-client'
import type { Claimed } from '../auth/persons.ts'
import { config } from '../config/config.ts'
import { claimedBy } from './claims.ts'
import { provider, redirectAddress } from './provider.ts'
import { inTime } from './within-bounds.ts'

const SECOND_MS = 1_000

type Begun = { state: string; nonce: string; verifier: string }

/** Who comes back from the provider, when they proved it (epoch milliseconds), and its own name of their session. */
export type CameBack = { claimed: Claimed; signedInAt: number; providerSession: string | null }

/**
 * Turns the code in an address into who signed in: the ID token's signature, issuer, audience, times and nonce are
 * verified. Errors: whatever of it is not so, and those of the network.
 */
export const cameBack = (search: string, { state, nonce, verifier }: Begun): Promise<CameBack> =>
  inTime(async () => {
    const found = await provider()
    const address = new URL(`${redirectAddress()}${search}`)
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
    const tokens = await client.authorizationCodeGrant(found, address, checks)
    const claims = tokens.claims()
    if (!claims) throw new Error('There is no ID token in the answer')
    const wanted = config().oidc ?? { roleClaim: '', nameClaim: '' }
    const told = wanted.roleClaim in claims ? {} : await toldBesides(found, tokens.access_token, claims.sub)
    const claimed = claimedBy({ ...told, ...claims }, wanted)
    if (claimed === null) throw new Error('The ID token does not say who it is about')
    const { auth_time: proved, sid } = claims
    return {
      claimed,
      signedInAt: typeof proved === 'number' ? proved * SECOND_MS : Date.now(),
      providerSession: typeof sid === 'string' && sid.length <= 255 ? sid : null,
    }
  })

/** Groups are often told at the provider's userinfo endpoint alone. */
async function toldBesides(found: client.Configuration, accessToken: string, subject: string): Promise<object> {
  if (found.serverMetadata().userinfo_endpoint === undefined) return {}
  return client.fetchUserInfo(found, accessToken, subject)
}
