import 'server-only'
import { joinPersonal, parsePersonal } from '../audit/personal.ts'
import { ERASURE } from '../audit/operations-about.ts'
import { config } from '../config/config.ts'
import { AppError } from '../core/errors.ts'
import { store, type Db } from '../db/open.ts'
import type { VisibleConnections } from '../auth/visible-connections.ts'
import { knownNames } from '../pools/pool-names.ts'
import type { ErasureRecord } from './erasure-record.ts'
import { recordOfEntries, type LoggedAct } from './record-of-entries.ts'

const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

/** An erasure as the log has it, as far as the reader may see its connections. Errors: `NOT_FOUND`. */
export async function readErasure(
  runId: string,
  visible: VisibleConnections,
  db: Db = store(),
): Promise<ErasureRecord> {
  const rows = await db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
    .selectAll('entry')
    .select('person.value')
    .where('entry.run_id', '=', runId)
    .where('entry.phase', '!=', 'denied')
    .where((eb) =>
      'only' in visible
        ? eb('entry.connection_id', 'in', visible.only)
        : eb('entry.connection_id', 'not in', visible.except),
    )
    .orderBy('entry.sequence')
    .execute()
  const names = new Map(config().connections.map(({ id, name }) => [id, name]))
  const acts = Map.groupBy(rows, (row) => row.operation_id)
  const logged = [...acts.values()].flatMap((entries): LoggedAct[] => {
    const [start] = entries
    const end = entries.find(({ phase }) => phase === 'outcome')
    if (!start) return []
    const whole = (row: (typeof rows)[number] | undefined, state: string | null) =>
      joinPersonal(json(state), row ? (parsePersonal(row.value)?.values ?? null) : null, 'erased')
    return [
      {
        operation: start.operation,
        connectionId: start.connection_id ?? '',
        connectionName: names.get(start.connection_id ?? '') ?? start.connection_id ?? '',
        region: start.region,
        by: { name: start.actor_name, role: start.actor_role },
        identityIds: start.identity_id?.split(' ') ?? [],
        startedAt: start.recorded_at,
        endedAt: end?.recorded_at ?? null,
        outcome: end?.outcome ?? null,
        requestId: end?.request_id ?? null,
        error: end ? (parsePersonal(end.value)?.error ?? end.error_code) : null,
        reason: parsePersonal(start.value)?.reason ?? null,
        input: whole(start, start.input),
        before: whole(end, end?.before ?? null),
        after: whole(end, end?.after ?? null),
      },
    ]
  })
  if (!logged.some(({ operation }) => operation === ERASURE)) throw unknown()
  return withPoolNames(recordOfEntries(runId, logged), db)
}

/** What pools are called names no person: where the log keeps nobody's name, the names that pools were seen by remain. */
async function withPoolNames(record: ErasureRecord, db: Db): Promise<ErasureRecord> {
  const refs = [...record.identities, ...record.unsearched].flatMap(({ connectionId, poolId }) =>
    connectionId === null || poolId === null ? [] : [{ connectionId, poolId }],
  )
  const nameOf = await knownNames(refs, db)
  const named = <T extends PlaceInPool>(place: T): T => {
    const { connectionId, poolId, poolName } = place
    if (poolName !== null || connectionId === null || poolId === null) return place
    return { ...place, poolName: nameOf({ connectionId, poolId }) }
  }
  return { ...record, identities: record.identities.map(named), unsearched: record.unsearched.map(named) }
}

type PlaceInPool = { connectionId: string | null; poolId: string | null; poolName: string | null }

const unknown = () =>
  new AppError({
    code: 'NOT_FOUND',
    message: 'The audit log has no erasure of this address.',
    hint: 'It may be of a connection that your role may not use.',
  })
