import { connection } from 'next/server'
import { isReady } from '#lib/operation/is-ready.ts'

/**
 * Whether this copy can serve: 200 when its store takes a write, else 503, within a second. Says nothing more, since
 * anybody may ask.
 */
export async function GET() {
  await connection()
  const isServing = await isReady()
  return Response.json(
    { status: isServing ? 'ok' : 'unavailable' },
    { status: isServing ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
