import 'server-only'
import * as client from 'openid-client'
import { config } from '../config/config.ts'
import { log } from '../log/log.ts'
import { provider } from './provider.ts'
import { inTime } from './within-bounds.ts'

/** Where the provider signs somebody out of itself; null where it cannot, or does not answer. */
export async function signOutAddress(): Promise<string | null> {
  try {
    return await inTime(async () => {
      const found = await provider()
      if (found.serverMetadata().end_session_endpoint === undefined) return null
      const back = `${config().url}/sign-in?why=out`
      return client.buildEndSessionUrl(found, { post_logout_redirect_uri: back }).href
    })
  } catch (error) {
    log().warn({ err: error }, 'The OpenID provider could not be asked where one signs out')
    return null
  }
}
