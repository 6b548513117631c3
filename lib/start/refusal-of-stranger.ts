import 'server-only'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { cookieName } from '../auth/session-cookie.ts'
import { signedIn } from '../auth/signed-in.ts'
import { config } from '../config/config.ts'
import { refusal } from '../security/check-request.ts'
import { isOpen } from '../security/open-paths.ts'
import type { RefusedRequest } from '../security/refuse-unread.ts'
import { securityHeaders } from '../security/security-headers.ts'

/** Bytes; of more the framework would hand on the beginning alone (`proxyClientMaxBodySize` in `next.config.js`). */
const LARGEST_BODY = 1_048_576

/** At these the framework itself fails. */
const NOT_SERVED = ['TRACE', 'TRACK']

/**
 * What the proxy would answer to a request that brings a body, by its head alone; null of one that may go on. What is
 * too large from anybody is refused here, too: cut off it would be taken for something else.
 */
export async function refusalOfStranger({ method = '', url: target = '', headers }: IncomingMessage) {
  if (NOT_SERVED.includes(method)) return plain(405, `${method} is not served here.`)
  const { url } = config()
  const [path = ''] = target.split('?', 1)
  const one = (name: string) => {
    const value = headers[name]
    return value === undefined ? null : String(value)
  }
  const reason = refusal(
    {
      method,
      path,
      host: one('host'),
      forwardedHost: one('x-forwarded-host'),
      origin: one('origin'),
      site: one('sec-fetch-site'),
      mode: one('sec-fetch-mode'),
      destination: one('sec-fetch-dest'),
    },
    url,
  )
  if (reason !== null) return plain(403, reason)
  if (!isOpen(path)) {
    const cookie = cookieIn(headers.cookie, cookieName('session'))
    if ((await signedIn({ cookie, authorization: one('authorization') })) === null) return plain(401, 'SIGNED_OUT')
  }
  return Number(one('content-length') ?? 0) > LARGEST_BODY ? plain(413, 'TOO_LARGE') : null
}

function cookieIn(header = '', name: string): string | undefined {
  const pair = header.split(/; */).find((one) => one.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

function plain(status: number, text: string): RefusedRequest {
  const { url, isDevelopment } = config()
  const nonce = randomBytes(16).toString('base64')
  const secured = securityHeaders({ nonce, isDevelopment, isSecure: url.startsWith('https:') })
  return { status, text, headers: { ...secured, 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } }
}
