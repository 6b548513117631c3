import 'server-only'
import { isEmbedded } from '../db/is-embedded.ts'
import type { Db } from '../db/open.ts'
import { changesPart, watchedOperations, type OwnWrite } from './own-write.ts'

/** The longest that a call may still arrive at the service after nothing was heard of it. */
const LATE_MS = 75_000
/** By so much the clocks of two copies of the console may differ. */
const SLACK_MS = 5_000

/** The writes of ours to a pool, through whichever connection, that may have changed something since; asked for by part. */
export async function ownWrites(db: Db, poolId: string, since: number): Promise<(part: string) => OwnWrite[]> {
  const slack = isEmbedded(db) ? 0 : SLACK_MS
  const rows = await db
    .selectFrom('audit_entry as begun')
    .leftJoin('audit_entry as ended', (join) =>
      join.onRef('ended.operation_id', '=', 'begun.operation_id').on('ended.phase', '=', 'outcome'),
    )
    .select(['begun.operation_id', 'begun.operation', 'begun.input', 'begun.recorded_at as begun_at'])
    .select(['ended.recorded_at as ended_at', 'ended.outcome'])
    .where('begun.pool_id', '=', poolId)
    .where('begun.phase', '=', 'started')
    .where('begun.operation', 'in', watchedOperations)
    .where((eb) => eb.or([eb('ended.recorded_at', 'is', null), eb('ended.recorded_at', '>=', since - LATE_MS - slack)]))
    .execute()
  const mayHaveChanged = rows.filter(({ outcome }) => outcome !== 'failed' && outcome !== 'denied')
  return (part) =>
    mayHaveChanged
      .filter(({ operation, input }) => changesPart(operation, input, part))
      .map(({ operation_id, begun_at, ended_at, outcome }) => ({
        operationId: operation_id,
        endedBy: slack + (outcome === 'succeeded' ? (ended_at ?? begun_at) : (ended_at ?? begun_at) + LATE_MS),
      }))
}
