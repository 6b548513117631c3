import 'server-only'
import { sql } from 'kysely'
import { store, type Db } from '../db/open.ts'
import { giveWay } from './give-way.ts'
import { isVisible } from './log-conditions.ts'
import { beginOf, endOf } from './moment.ts'
import { timeBars, type CountedBar, type OperationCounts, type TimeBar } from './time-bars.ts'
import type { AuditOutcome } from './audit-entry.ts'
import type { AuditFilter } from './audit-filter.ts'
import type { VisibleConnections } from '../auth/visible-connections.ts'

/** How many rows of the log are looked at for one bar: what is beyond is told as more. */
const MOST = 5_000
const BUDGET_MS = 500

/**
 * What happened when, over the time that a filter asks for: one short query a bar, by the index over time. What nothing
 * tells the end of stands where it began.
 */
export async function countOperations(
  asked: Pick<AuditFilter, 'from' | 'to' | 'connection'>,
  visible: VisibleConnections,
  { now = Date.now(), budgetMs = BUDGET_MS, most = MOST }: { now?: number; budgetMs?: number; most?: number } = {},
  db: Db = store(),
): Promise<OperationCounts> {
  const until = performance.now() + budgetMs
  const bars: CountedBar[] = []
  for (const bar of timeBars(asked, now).toReversed()) {
    const began = performance.now()
    bars.push({
      ...bar,
      counted: began > until ? null : await countOne(bar, { visible, connection: asked.connection, most }, db),
    })
    await giveWay(performance.now() - began)
  }
  return { bars: bars.toReversed() }
}

type Scope = { visible: VisibleConnections; connection: string | null; most: number }

async function countOne({ first, last }: TimeBar, { visible, connection, most }: Scope, db: Db) {
  const recorded = db
    .selectFrom('audit_entry')
    .select(['run_id', 'operation_id', 'outcome', 'connection_id'])
    .where('recorded_at', '>=', beginOf(first))
    .where('recorded_at', '<=', endOf(last))
    .where('phase', '<>', 'look')
    .limit(most)
  const told = db
    .selectFrom(recorded.where('phase', '<>', 'started').as('ended'))
    .selectAll()
    .unionAll(
      db
        .selectFrom(recorded.where('phase', '=', 'started').as('began'))
        .select(['run_id', 'operation_id', sql<AuditOutcome>`'unknown'`.as('outcome'), 'connection_id'])
        .where(sql<boolean>`not exists (select 1 from audit_entry as ended
          where ended.operation_id = began.operation_id and ended.phase = 'outcome')`),
    )
  const row = await db
    .selectFrom((from) =>
      from
        .selectFrom(told.as('entry'))
        .select(['run_id', 'operation_id', 'outcome'])
        .select((eb) => {
          const mayBeSeen = isVisible(eb, visible)
          const isMeant = connection === null ? mayBeSeen : eb.and([mayBeSeen, eb('connection_id', '=', connection)])
          return eb.case().when(isMeant).then(1).else(0).end().as('shown')
        })
        .as('seen'),
    )
    .select([
      sql<number>`count(*)`.as('looked'),
      sql<number>`count(distinct case when shown = 1 then coalesce(run_id, operation_id) end)`.as('count'),
      sql<number>`count(distinct case when shown = 1 and outcome <> 'succeeded' then coalesce(run_id, operation_id) end)`.as(
        'troubled',
      ),
    ])
    .executeTakeFirstOrThrow()
  return { count: row.count, troubled: row.troubled, isMore: row.looked >= most }
}
