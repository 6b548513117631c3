import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { store } from '../db/open.ts'

/** How long an attempt may have gone on that nobody saw end. */
const LONGEST_MS = 30_000

/** When an attempt of the actor began and was given up, epoch milliseconds; null without one. */
export async function lostAttempt(actor: Actor, operationId: string | undefined, db = store()) {
  if (operationId === undefined) return null
  const rows = await db
    .selectFrom('audit_entry')
    .select(['phase', 'recorded_at'])
    .where('operation_id', '=', operationId)
    .where('actor_id', '=', actor.id)
    .execute()
  const startedAt = rows.find(({ phase }) => phase === 'started')?.recorded_at
  if (startedAt === undefined) return null
  const endedAt = rows.find(({ phase }) => phase === 'outcome')?.recorded_at ?? startedAt + LONGEST_MS
  return { startedAt, endedAt }
}
