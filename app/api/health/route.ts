import { connection } from 'next/server'
import { isStoreAlive } from '#lib/db/open.ts'

/** Whether this copy can serve: 200 when its store answers, else 503. Says nothing more, since anybody may ask. */
export async function GET() {
  await connection()
  const isAlive = await isStoreAlive()
  return Response.json(
    { status: isAlive ? 'ok' : 'unavailable' },
    { status: isAlive ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
