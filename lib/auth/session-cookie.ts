import 'server-only'
import { config } from '../config/config.ts'

/**
 * The name of a cookie of this console. Behind TLS no other host or path can set it; on this machine, where cookies are
 * shared by all ports, each console has its own.
 */
export function cookieName(kind: 'session' | 'attempt'): string {
  const { url, port } = config()
  return isSecure(url) ? `__Host-lifeguard-${kind}` : `lifeguard-${kind}-${new URL(url).port || port}`
}

/** Whether the console is reached by TLS alone, and its cookies with it. */
export const isSecure = (url: string): boolean => url.startsWith('https:')
