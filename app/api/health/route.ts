import { connection } from 'next/server'

/** Whether this copy is alive: 200 as long as it answers at all, whatever its store does. Anybody may ask. */
export async function GET() {
  await connection()
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
}
