import 'server-only'
import type { Result } from '../core/result.ts'
import { store } from '../db/open.ts'

/** `answer` is null as long as it runs, and for ever when its process ended before it was known. */
export type KeptOperation = { actorId: string; startedAt: number; answer: Result<unknown> | null }

/** How long an answer is kept for a page that lost it. */
const KEPT_MS = 24 * 3_600_000

/** Takes an id for its one run; false when it is taken. */
export async function claim(operationId: string, actorId: string, db = store()): Promise<boolean> {
  await db
    .deleteFrom('operation')
    .where('started_at', '<', Date.now() - KEPT_MS)
    .execute()
  return insert(operationId, actorId, null, db)
}

/** Takes an id so that it never runs; false when it is taken. */
export const seal = (operationId: string, actorId: string, answer: Result<unknown>, db = store()): Promise<boolean> =>
  insert(operationId, actorId, JSON.stringify(answer), db)

/** Keeps what a page was told, which must hold no secrets. */
export async function keepAnswer(operationId: string, answer: Result<unknown>, db = store()): Promise<void> {
  await db
    .updateTable('operation')
    .set({ answer: JSON.stringify(answer) })
    .where('operation_id', '=', operationId)
    .execute()
}

export async function keptOperation(operationId: string, db = store()): Promise<KeptOperation | null> {
  const row = await db
    .selectFrom('operation')
    .select(['actor_id', 'started_at', 'answer'])
    .where('operation_id', '=', operationId)
    .executeTakeFirst()
  if (!row) return null
  const answer = row.answer === null ? null : (JSON.parse(row.answer) as Result<unknown>)
  return { actorId: row.actor_id, startedAt: row.started_at, answer }
}

async function insert(operationId: string, actorId: string, answer: string | null, db = store()): Promise<boolean> {
  const inserted = await db
    .insertInto('operation')
    .values({ operation_id: operationId, actor_id: actorId, started_at: Date.now(), answer })
    .onConflict((conflict) => conflict.doNothing())
    .returning('operation_id')
    .execute()
  return inserted.length > 0
}
