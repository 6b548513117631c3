import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { RunSummary } from './audit-entry.ts'
import { isVisible, type LogConditions } from './log-conditions.ts'

const AT_ONCE = 1000
/** Identities that are told apart; of a run with more each operation's are counted. */
const MOST_APART = 20_000

/** Of which connections it may be told. */
type Scope = Pick<LogConditions, 'visible' | 'connection'>

/** What each of these runs came to, by its id. */
export async function runSummaries(runIds: readonly string[], scope: Scope, db: Db): Promise<Map<string, RunSummary>> {
  const summaries = new Map<string, RunSummary>()
  for (const runId of new Set(runIds)) summaries.set(runId, await summaryOf(runId, scope, db))
  return summaries
}

/** Counted in parts, since a run may have thousands of operations. */
async function summaryOf(runId: string, { visible, connection }: Scope, db: Db): Promise<RunSummary> {
  const summary = {
    batches: 0,
    identities: 0,
    pools: 0,
    isErasure: false,
    isJob: false,
    outcomes: { succeeded: 0, failed: 0, denied: 0, unknown: 0 },
    startedAt: Number.POSITIVE_INFINITY,
  }
  const apart = new Set<string>()
  const connectionIds = new Set<string>()
  const pools = new Set<string>()
  let named = 0
  let ended = 0
  /** Of a job, whose batches have no start of their own; the last stretch of work on it may be without an end. */
  let ofJob = 0
  let lastStart: string | null = null
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('audit_entry as entry')
      .select([
        'entry.sequence',
        'phase',
        'outcome',
        'operation',
        'operation_id',
        'recorded_at',
        'connection_id',
        'pool_id',
      ])
      .select(count.as('count'))
      .$if(apart.size < MOST_APART, (query) => query.select('identity_id'))
      .where('run_id', '=', runId)
      .where('entry.sequence', '>', after)
      .$if(visible !== undefined, (query) => query.where((eb) => (visible ? isVisible(eb, visible) : eb.lit(true))))
      .$if(visible === undefined && connection !== undefined, (query) =>
        query.where('connection_id', '=', connection ?? ''),
      )
      .orderBy('entry.sequence')
      .limit(AT_ONCE)
      .execute()
    for (const { identity_id, count: many, ...row } of rows) {
      const { phase, outcome, operation, operation_id, recorded_at, connection_id, pool_id } = row
      if (outcome !== null) summary.outcomes[outcome] += 1
      if (operation === 'ErasePerson') summary.isErasure = true
      if (connection_id !== null) connectionIds.add(connection_id)
      if (pool_id !== null) pools.add(`${connection_id} ${pool_id}`)
      if (phase === 'outcome') {
        ended += 1
        if (operation_id === lastStart) lastStart = null
      } else {
        if (phase === 'batch') ofJob += 1
        else summary.batches += 1
        if (phase === 'started') lastStart = operation_id
        for (const id of identity_id?.split(' ') ?? []) apart.add(id)
        named += many
        summary.startedAt = Math.min(summary.startedAt, recorded_at)
      }
    }
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)?.sequence ?? 0
    await setImmediate()
  }
  summary.identities = apart.size < MOST_APART ? apart.size : named
  const told = { ...summary, pools: pools.size, connectionIds: [...connectionIds] }
  if (ofJob === 0) {
    told.outcomes.unknown += Math.max(0, summary.batches - summary.outcomes.denied - ended)
    return told
  }
  // What a process left without an end is settled by the next one.
  told.outcomes.unknown += lastStart === null ? 0 : 1
  return { ...told, isJob: true, batches: ofJob }
}

const count = sql<number>`case when identity_id is null then 0
  else length(identity_id) - length(replace(identity_id, ' ', '')) + 1 end`
