import 'server-only'
import { config } from '../config/config.ts'

/** A cookie as a browser is told of it. */
export type CookieSettings = { httpOnly: true; sameSite: 'lax'; secure: boolean; path: '/'; maxAge?: number }

/**
 * The name of a cookie of this console. Behind TLS no other host or path can set it; on this machine, where cookies are
 * shared by all ports, each console has its own.
 */
export function cookieName(kind: 'session' | 'attempt'): string {
  const { url, port } = config()
  return isSecure(url) ? `__Host-lifeguard-${kind}` : `lifeguard-${kind}-${new URL(url).port || port}`
}

export const cookieSettings = (maxAge?: number): CookieSettings => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(config().url),
  path: '/',
  ...(maxAge !== undefined && { maxAge }),
})

const isSecure = (url: string): boolean => url.startsWith('https:')
