import 'server-only'
import * as client from 'openid-client'
import { config } from '../config/config.ts'
import { beginAttempt } from './attempts.ts'
import { provider, redirectAddress } from './provider.ts'
import { inTime } from './within-bounds.ts'

const HOUR_S = 3_600

/** Where a browser goes to sign in, and what its cookie holds meanwhile. `again`: also where the provider knows them. Errors: those of the provider. */
export const wayToProvider = (returnTo: string, again: boolean): Promise<{ url: URL; browser: string }> =>
  inTime(async () => {
    const found = await provider({ now: true })
    const { state, browser, nonce, verifier } = await beginAttempt(returnTo)
    const url = client.buildAuthorizationUrl(found, {
      redirect_uri: redirectAddress(),
      scope: config().oidc?.scopes.join(' ') ?? 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      // Asked for an age, a provider tells when the person proved who they are.
      ...(again ? { prompt: 'login', max_age: '0' } : { max_age: String(config().sessions.absoluteHours * HOUR_S) }),
    })
    return { url, browser }
  })
