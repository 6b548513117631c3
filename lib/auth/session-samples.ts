import 'server-only'
import { store } from '../db/open.ts'
import type { Sample } from '../metrics/sampled.ts'
import { isOver } from './sessions.ts'

const WAYS = ['link', 'oidc'] as const

/** How many sessions go on, by the way that people signed in. */
export async function sessionSamples(db = store()): Promise<Sample[]> {
  const rows = await db.selectFrom('session').select(['way', 'seen_at', 'ends_at']).execute()
  const alive = rows.filter((row) => !isOver(row))
  return WAYS.map((way) => ({ labels: { way }, value: alive.filter((row) => row.way === way).length }))
}
