/** The headers and parts of a request that say where it comes from; null where it has no such header. */
export type RequestOrigin = {
  method: string
  path: string
  host: string | null
  forwardedHost: string | null
  origin: string | null
  /** What the browser tells of the page that asks (`Sec-Fetch-*`). */
  site: string | null
  mode: string | null
  destination: string | null
}

const READS = ['GET', 'HEAD', 'OPTIONS']
/** What machines ask under whatever name they have for this one. */
const PROBES = ['/api/health', '/api/ready', '/api/metrics']
const BACK_CHANNEL = '/sign-in/back-channel'
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * Why a request is refused, or null. A page that somebody else serves must not reach the console under a name of its
 * own (DNS rebinding), behind a forged `X-Forwarded-Host`, or by a post from elsewhere.
 */
export function refusal(request: RequestOrigin, url: string): string | null {
  const { method, path, host, forwardedHost, origin } = request
  if (PROBES.includes(path) && ['GET', 'HEAD'].includes(method)) return null
  const own = new URL(url)
  const hosts = hostsOf(own)
  if (host === null || !hosts.includes(host.toLowerCase()))
    return `This console does not answer under the name ${host ?? '(none)'}. Open ${own.origin}, or set LIFEGUARD_URL.`
  if (forwardedHost !== null && forwardedHost.toLowerCase() !== host.toLowerCase())
    return 'X-Forwarded-Host differs from Host. Let the proxy in front pass Host on as it is.'
  if (isForeign(request)) return 'A page of another site may lead here, and not read from here or write.'
  // It comes from the provider's own server, and proves itself.
  if (path === BACK_CHANNEL && method === 'POST') return null
  if (!READS.includes(method) && origin?.toLowerCase() !== `${own.protocol}//${host.toLowerCase()}`)
    return `A change must come from a page of this console, and this one came from ${origin ?? 'nowhere'}.`
  return null
}

/** A page elsewhere may lead people here, which loads a document, and do nothing else. */
function isForeign({ method, site, mode, destination }: RequestOrigin): boolean {
  if (site === null || site === 'same-origin' || site === 'none') return false
  return !(READS.includes(method) && mode === 'navigate' && destination === 'document')
}

function hostsOf({ hostname, host, port }: URL) {
  const isLoopback = LOOPBACK_NAMES.includes(hostname) || hostname.startsWith('127.')
  return isLoopback ? [host, ...LOOPBACK_NAMES.map((name) => (port === '' ? name : `${name}:${port}`))] : [host]
}
