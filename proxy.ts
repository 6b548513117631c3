import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { config } from '#lib/config/config.ts'
import { refusal } from '#lib/security/check-request.ts'
import { contentSecurityPolicy, securityHeaders } from '#lib/security/security-headers.ts'

/** Every request passes here, on every path: who may ask, and the headers of the answer. */
export function proxy(request: NextRequest) {
  const { url, isDevelopment } = config()
  const nonce = randomBytes(16).toString('base64')
  const situation = { nonce, isDevelopment, isSecure: url.startsWith('https:') }
  const response = refuse(request, url) ?? answer(request, contentSecurityPolicy(situation), nonce)
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
    },
    url,
  )
  if (reason === null) return null
  return new NextResponse(`${reason}\n`, { status: 403, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

function answer(request: NextRequest, policy: string, nonce: string) {
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  return NextResponse.next({ request: { headers } })
}
