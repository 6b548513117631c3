import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { signedIn } from '#lib/auth/signed-in.ts'
import { cookieName } from '#lib/auth/session-cookie.ts'
import { config } from '#lib/config/config.ts'
import { log } from '#lib/log/log.ts'
import { refusal } from '#lib/security/check-request.ts'
import { isOpen } from '#lib/security/open-paths.ts'
import { contentSecurityPolicy, securityHeaders } from '#lib/security/security-headers.ts'

/** Every request passes here, on every path: where it comes from, who asks, and the headers of the answer. */
export async function proxy(request: NextRequest) {
  const { url, isDevelopment } = config()
  const nonce = randomBytes(16).toString('base64')
  const situation = { nonce, isDevelopment, isSecure: url.startsWith('https:') }
  const refused = refuse(request, url) ?? (await refuseStranger(request))
  const response = refused ?? answer(request, contentSecurityPolicy(situation), nonce)
  for (const [name, value] of Object.entries(securityHeaders(situation))) response.headers.set(name, value)
  return response
}

function refuse({ method, headers, nextUrl }: NextRequest, url: string) {
  const reason = refusal(
    {
      method,
      path: nextUrl.pathname,
      host: headers.get('host'),
      forwardedHost: headers.get('x-forwarded-host'),
      origin: headers.get('origin'),
      site: headers.get('sec-fetch-site'),
      mode: headers.get('sec-fetch-mode'),
      destination: headers.get('sec-fetch-dest'),
    },
    url,
  )
  if (reason !== null) return plain(403, reason)
  return isReadable(nextUrl.pathname)
    ? null
    : plain(400, 'This address cannot be read: a % in it is followed by no code.')
}

function isReadable(path: string) {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** Nobody who is not signed in comes further: no body is read for them, no page drawn. */
async function refuseStranger(request: NextRequest) {
  const { nextUrl, headers, cookies, method } = request
  if (isOpen(nextUrl.pathname)) return null
  try {
    const cookie = cookies.get(cookieName('session'))?.value
    if ((await signedIn({ cookie, authorization: headers.get('authorization') })) !== null) return null
  } catch (error) {
    log().error({ err: error }, 'The store could not be asked who is signed in')
    return plain(503, 'The store of Lifeguard does not answer. Check its disk and its database, then reload.')
  }
  const opensPage = method === 'GET' && headers.get('rsc') === null && !nextUrl.pathname.startsWith('/api/')
  return opensPage ? toSignIn(request) : plain(401, 'SIGNED_OUT')
}

/** Next makes it relative, so that the name under which the console was opened stays. */
function toSignIn({ url, nextUrl: { pathname, search } }: NextRequest) {
  const place = new URL('/sign-in', url)
  if (`${pathname}${search}` !== '/') place.searchParams.set('to', `${pathname}${search}`)
  const response = NextResponse.redirect(place, 303)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

const plain = (status: number, text: string) =>
  new NextResponse(text, { status, headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } })

function answer(request: NextRequest, policy: string, nonce: string) {
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  return NextResponse.next({ request: { headers } })
}
