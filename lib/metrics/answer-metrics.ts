import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { registry } from './registry.ts'

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

/** The metrics as Prometheus reads them, for who brings the token; without one configured there are none. */
export async function answerMetrics(authorization: string | null, token: string | null): Promise<Response> {
  if (token === null) return new Response('Not found.\n', { status: 404, headers: PLAIN })
  if (!isSame(authorization ?? '', `Bearer ${token}`))
    return new Response('This takes the token of LIFEGUARD_METRICS_TOKEN.\n', {
      status: 401,
      headers: { ...PLAIN, 'WWW-Authenticate': 'Bearer' },
    })
  const made = registry()
  return new Response(await made.metrics(), { headers: { ...PLAIN, 'Content-Type': made.contentType } })
}

/** In a time that says nothing of where two texts differ. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

const digest = (text: string) => createHash('sha256').update(text).digest()
