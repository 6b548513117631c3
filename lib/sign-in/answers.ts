import 'server-only'
import { cookieName, isSecure } from '../auth/session-cookie.ts'
import { config } from '../config/config.ts'
import type { Why } from './whys.ts'

/** Leads to a path of this console. Relative, so that the name under which it was opened stays. */
export function leadTo(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** Leads back to where one signs in, which says why. */
export const backToSignIn = (why: Why, to = '/', cookies: readonly string[] = []): Response =>
  leadTo(`/sign-in?${new URLSearchParams({ why, ...(to !== '/' && { to }) })}`, cookies)

/** A cookie of this console; without a value it is taken away. */
export function cookie(kind: 'session' | 'attempt', value: string | null, maxAge?: number): string {
  const age = value === null ? '; Max-Age=0' : maxAge === undefined ? '' : `; Max-Age=${maxAge}`
  const secure = isSecure(config().url) ? '; Secure' : ''
  return `${cookieName(kind)}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`
}
