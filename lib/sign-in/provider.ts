import 'server-only'
import * as client from 'openid-client'
import { config } from '../config/config.ts'
import { boundedFetch } from './within-bounds.ts'

/** So long what a provider says of itself counts; one that did not answer is asked again at once. */
const FRESH_MS = 600_000

type Oidc = NonNullable<ReturnType<typeof config>['oidc']>
type Discovered = { at: number; for: Oidc; provider: Promise<client.Configuration> }

// Of this bundle alone: another one has a class of its own, and takes no other.
let discovered: Discovered | null = null

/**
 * The provider as it describes itself; `now`: as it does at this moment, so that one that is gone is told. Errors: those
 * of the network and of what it says.
 */
export async function provider({ now = false } = {}): Promise<client.Configuration> {
  const { oidc } = config()
  if (oidc === null) throw new Error('No provider is configured')
  const known = discovered
  if (!now && known !== null && known.for === oidc && Date.now() - known.at < FRESH_MS) return known.provider
  const found = { at: Date.now(), for: oidc, provider: discover(oidc) }
  discovered = found
  found.provider.catch(() => {
    if (discovered === found) discovered = null
  })
  return found.provider
}

async function discover({ issuer, clientId, clientSecret }: Oidc) {
  const authentication = clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret)
  const found = await client.discovery(new URL(issuer), clientId, {}, authentication, {
    [client.customFetch]: boundedFetch,
    // The configuration takes such an issuer on this machine alone.
    // oxlint-disable-next-line typescript/no-deprecated -- it is so marked to be seen
    execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
  })
  client.enableNonRepudiationChecks(found)
  return found
}

/** Where the provider sends people back to. */
export const redirectAddress = (): string => `${config().url}/sign-in/callback`
