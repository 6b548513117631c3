import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { RunSummary } from './audit-entry.ts'

const AT_ONCE = 1000

/** What each of these runs came to, by its id. */
export async function runSummaries(runIds: readonly string[], db: Db): Promise<Map<string, RunSummary>> {
  const summaries = new Map<string, RunSummary>()
  for (const runId of new Set(runIds)) summaries.set(runId, await summaryOf(runId, db))
  return summaries
}

/** Counted in parts, since a run may have thousands of operations. */
async function summaryOf(runId: string, db: Db): Promise<RunSummary> {
  const summary = {
    batches: 0,
    identities: 0,
    outcomes: { succeeded: 0, failed: 0, denied: 0, unknown: 0 },
    startedAt: Number.POSITIVE_INFINITY,
  }
  let ended = 0
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('audit_entry')
      .select(['sequence', 'phase', 'outcome', 'recorded_at', named.as('named')])
      .where('run_id', '=', runId)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(AT_ONCE)
      .execute()
    for (const { phase, outcome, recorded_at, named: count } of rows) {
      if (outcome !== null) summary.outcomes[outcome] += 1
      if (phase === 'outcome') ended += 1
      else {
        summary.batches += 1
        summary.identities += count
        summary.startedAt = Math.min(summary.startedAt, recorded_at)
      }
    }
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)?.sequence ?? 0
    await setImmediate()
  }
  summary.outcomes.unknown += Math.max(0, summary.batches - summary.outcomes.denied - ended)
  return summary
}

const named = sql<number>`case when identity_id is null then 0
  else length(identity_id) - length(replace(identity_id, ' ', '')) + 1 end`
