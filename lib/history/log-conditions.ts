import 'server-only'
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { AuditEntryTable, Tables } from '../db/tables.ts'
import type { AuditOutcome } from './audit-entry.ts'
import type { VisibleConnections } from '../auth/visible-connections.ts'

/** What the store itself can decide of an entry. Lists and texts that are left out ask nothing. */
export type LogConditions = {
  visible?: VisibleConnections
  connection?: string
  pools?: readonly string[]
  operations?: readonly string[]
  /** Operations that are left out. */
  without?: readonly string[]
  /** Words of the actor's name, id or role. */
  actor?: readonly string[]
  /** `denied` is also what AWS refused, which the log keeps as failed. */
  outcome?: AuditOutcome
  runId?: string
  /** Whether something was kept that can have changed. */
  changed?: true
  /** When it started, epoch milliseconds, both included. */
  from?: number
  to?: number
}

/** The longest that an operation takes. */
export const DAY_MS = 86_400_000

type Entries = ExpressionBuilder<Tables & { entry: AuditEntryTable }, 'entry'>

/** What an index leads to, the rarest first. */
const leading = ['runId', 'pools', 'operations', 'outcome', 'connection'] as const

/**
 * The conditions as the store reads them, without the outcome of those that have none. One of them leads by its index,
 * the others are looked at in what it finds: a store that has to guess takes the wrong one.
 */
export function conditionsOf(eb: Entries, conditions: LogConditions, ended: boolean): Expression<SqlBool>[] {
  const { visible, connection, pools, operations, actor = [], outcome, runId, changed, from, to, without } = conditions
  const lead = leading.find((name) => conditions[name] !== undefined && (name !== 'outcome' || isRare(conditions)))
  const column = (
    name: (typeof leading)[number],
    ref: 'run_id' | 'pool_id' | 'operation' | 'outcome' | 'connection_id',
  ) => (name === lead ? sql<string>`${sql.ref(`entry.${ref}`)}` : aside(ref))
  return [
    ...(runId === undefined ? [] : [eb(column('runId', 'run_id'), '=', runId)]),
    ...(pools ? [eb(column('pools', 'pool_id'), 'in', pools)] : []),
    ...(operations ? [eb(column('operations', 'operation'), 'in', operations)] : []),
    ...(without ? [eb(aside('operation'), 'not in', without)] : []),
    ...(outcome === undefined || !ended
      ? []
      : outcome === 'denied'
        ? [isDenied(eb, column('outcome', 'outcome'))]
        : [eb(column('outcome', 'outcome'), '=', outcome)]),
    ...(connection === undefined ? [] : [eb(column('connection', 'connection_id'), '=', connection)]),
    ...(visible ? [isVisible(eb, visible)] : []),
    ...actor.map(actorHas),
    ...(changed ? [mayHaveChanged(eb)] : []),
    ...(from === undefined ? [] : [startedFrom(from)]),
    ...(to === undefined ? [] : [startedUntil(to)]),
  ]
}

/** Of a note no state is kept, only how long it is. */
const mayHaveChanged = (eb: Entries) =>
  eb.or([
    eb('entry.before', 'is not', null),
    eb('entry.after', 'is not', null),
    eb(aside('operation'), 'like', '%IdentityNote'),
  ])

/** Refused by Lifeguard, or by AWS. */
const isDenied = (eb: Entries, outcome: ReturnType<typeof aside>) =>
  eb.and([
    eb(outcome, 'in', ['denied', 'failed']),
    eb.or([eb(aside('outcome'), '=', 'denied'), eb(aside('error_code'), '=', 'DENIED')]),
  ])

const isRare = ({ outcome }: LogConditions): boolean => outcome !== 'succeeded'

/** A column without its index. */
const aside = (ref: string) => sql<string>`coalesce(${sql.ref(`entry.${ref}`)}, '')`

export const isVisible = (eb: Entries, visible: VisibleConnections) =>
  eb.or([
    eb('entry.connection_id', 'is', null),
    'only' in visible
      ? eb(aside('connection_id'), 'in', visible.only)
      : eb(aside('connection_id'), 'not in', visible.except),
  ])

function actorHas(word: string): Expression<SqlBool> {
  const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const lower = like(word.toLowerCase())
  // SQLite knows no capitals beyond ASCII.
  return sql<SqlBool>`(lower(entry.actor_name) like ${lower} escape '\\' or entry.actor_name like ${like(word)} escape '\\'
    or lower(entry.actor_id) like ${lower} escape '\\' or lower(entry.actor_role) like ${lower} escape '\\')`
}

/** An outcome is written later than its start, by a day at most: only those of one day need a look at their start. */
const startOf = sql`coalesce((select start.recorded_at from audit_entry as start
  where start.operation_id = entry.operation_id and start.phase = 'started'), entry.recorded_at)`

const startedFrom = (from: number) =>
  sql<SqlBool>`(entry.recorded_at >= ${from} and (entry.recorded_at >= ${from + DAY_MS} or ${startOf} >= ${from}))`

const startedUntil = (to: number) =>
  sql<SqlBool>`(entry.recorded_at <= ${to} or (entry.recorded_at <= ${to + DAY_MS} and ${startOf} <= ${to}))`
