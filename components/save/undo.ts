import { tellFailure } from '#lib/client/tell-failure.ts'
import { toast } from '#lib/client/toast.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { unwrap } from '#lib/core/result.ts'
import { listPoolHistory } from '#lib/history/actions.ts'
import type { Present } from '#lib/history/plan-restore.ts'
import { readPresent } from '#lib/history/restore-queries.ts'
import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'
import { undoable } from '#lib/history/undoable.ts'

/** One configuration to go back to, and what there is now. */
export type Undoing = { pool: PoolRef; stored: StoredConfiguration; present: Present; startedAt: number }

let waiting: readonly Undoing[] = []
const listeners = new Set<() => void>()

export function onUndoing(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const undoingNow = (): Undoing | null => waiting[0] ?? null

function set(next: readonly Undoing[]) {
  waiting = next
  for (const listener of listeners) listener()
}

/** The review that is open was closed: the next one follows. */
export const endUndoing = () => set(waiting.slice(1))

/** Reads what an act changed and what there is now, and opens the review of going back: nothing is written by it. */
export async function undo(pool: PoolRef, operationId: string): Promise<void> {
  try {
    const { entries } = await unwrap(listPoolHistory({ pool }))
    const found = undoable(entries, operationId)
    const reviews: Undoing[] = []
    for (const { stored, startedAt } of found)
      reviews.push({ pool, stored, startedAt, present: await readPresent(pool, stored, getQueryClient()) })
    if (reviews.length > 0) return set(reviews)
    toast({ title: 'There is nothing to go back to', description: 'The audit log has not kept what it was before.' })
  } catch (error) {
    await tellFailure('What it was before could not be read', error)
  }
}
