import 'server-only'
import { sql } from 'kysely'
import { inSnapshot } from '../db/in-snapshot.ts'
import type { Db } from '../db/open.ts'
import { DAY_LENGTH_MS, dayOf, daysOfSpan } from './days.ts'
import {
  columnOf,
  conditionsBy,
  kindNumbersOf,
  otherEvent,
  type IndexEvent,
  type IndexQuestion,
} from './index-question.ts'
import type { Span } from './wanted.ts'

/** How many identities a kind has on a day of an event. */
type DaySum = { kind: number; day: number; count: number }

/** So many rows are looked at and sorted sooner than the whole order of another date is searched. */
export const fewRows = ({ scan }: IndexQuestion): number => scan.count / 33

/** How many identities of each kind a question has; kinds without any are left out. */
export async function countByKind(db: Db, question: IndexQuestion): Promise<Map<number, number>> {
  if (question.kinds.length === 0) return new Map()
  return inSnapshot(db, async (snapshot) =>
    byKind([...(await kindsWithForgotten(snapshot, question)), ...(await forgottenIn(snapshot, question, 'created'))]),
  )
}

async function kindsWithForgotten(db: Db, question: IndexQuestion): Promise<{ kind: number; count: number }[]> {
  const { created, modified, ids } = question
  if (ids) return countRows(db, question, 'id')
  if (created && modified) {
    const lead =
      (await aboutIn(db, question, 'created')) <= (await aboutIn(db, question, 'modified')) ? 'created' : 'modified'
    return countRows(db, question, lead)
  }
  const event = modified ? 'modified' : 'created'
  return sumsOf(db, question, event)
}

/** The kinds that may be among a question's identities: those without any in the days of one event are left out. */
export async function kindsWithin(db: Db, question: IndexQuestion): Promise<Set<number>> {
  const event = question.created ? 'created' : 'modified'
  const rows = await daysOf(db, question, event).select('kind').distinct().where('count', '>', 0).execute()
  return new Set(rows.map(({ kind }) => kind))
}

/** The sums of the days that the span of one event touches. */
function daysOf(db: Db, question: IndexQuestion, event: IndexEvent) {
  const { from, before } = question[event] ?? { from: -1, before: Number.MAX_SAFE_INTEGER }
  return db
    .selectFrom('identity_day')
    .where('scan_id', '=', question.scan.scanId)
    .where('event', '=', event)
    .where('kind', 'in', kindNumbersOf(question))
    .where('day', '>=', Math.floor(from / DAY_LENGTH_MS))
    .where('day', '<=', Math.ceil(before / DAY_LENGTH_MS))
}

/** About how many rows the span of one event has, at least as many as there are. */
export async function aboutIn(db: Db, question: IndexQuestion, event: IndexEvent): Promise<number> {
  const row = await daysOf(db, question, event)
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number | string>('count'), sql<number>`0`).as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** A question's identities by kind and day of an event, in no order. */
export async function countByDay(db: Db, question: IndexQuestion, event: IndexEvent): Promise<DaySum[]> {
  if (question.kinds.length === 0) return []
  const sums = new Map<string, DaySum>()
  const read = await inSnapshot(db, async (snapshot) => [
    ...(await daysWithForgotten(snapshot, question, event)),
    ...(await forgottenIn(snapshot, question, event)),
  ])
  for (const sum of read) {
    const key = `${sum.kind} ${sum.day}`
    sums.set(key, { ...sum, count: sum.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()].filter(({ count }) => count > 0)
}

async function daysWithForgotten(db: Db, question: IndexQuestion, event: IndexEvent): Promise<DaySum[]> {
  if (question.ids) return daysOfRows(db, question, event, 'id')
  const other = otherEvent(event)
  if (question[other] === null) return sumsOf(db, question, event)
  for (const lead of [event, other])
    if ((await aboutIn(db, question, lead)) <= fewRows(question)) return daysOfRows(db, question, event, lead)
  return daysInOrder(db, question, event)
}

/** Whole days come from the sums, the rest from the rows. No other date may be asked for. */
async function sumsOf(db: Db, question: IndexQuestion, event: IndexEvent): Promise<DaySum[]> {
  const span = question[event]
  const { days, rest } = span ? daysOfSpan(span) : { days: { first: -1, last: Number.MAX_SAFE_INTEGER }, rest: [] }
  const sums: DaySum[] = []
  if (days)
    sums.push(
      ...(await db
        .selectFrom('identity_day')
        .select(['kind', 'day', 'count'])
        .where('scan_id', '=', question.scan.scanId)
        .where('event', '=', event)
        .where('kind', 'in', kindNumbersOf(question))
        .where('day', '>=', days.first)
        .where('day', '<=', days.last)
        .where('count', '>', 0)
        .execute()),
    )
  for (const part of rest) sums.push(...(await countPart(db, question, event, part)))
  return sums
}

/** A part of one day. */
const countPart = async (db: Db, question: IndexQuestion, event: IndexEvent, part: Span): Promise<DaySum[]> => {
  const counted = await countRows(db, { ...question, [event]: part }, event)
  return counted.map((sum) => ({ ...sum, day: Math.floor(part.from / DAY_LENGTH_MS) }))
}

async function countRows(db: Db, question: IndexQuestion, lead: IndexEvent | 'id') {
  const rows = await db
    .selectFrom('indexed_identity')
    .select((eb) => ['kind' as const, eb.fn.countAll<number | string>().as('count')])
    .where((eb) => eb.and(conditionsBy(eb, question, lead)))
    .groupBy('kind')
    .execute()
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }))
}

async function daysOfRows(db: Db, question: IndexQuestion, event: IndexEvent, lead: IndexEvent | 'id') {
  const day = daySql(event)
  const rows = await db
    .selectFrom('indexed_identity')
    .select((eb) => ['kind' as const, day.as('day'), eb.fn.countAll<number | string>().as('count')])
    .where((eb) => eb.and(conditionsBy(eb, question, lead)))
    .groupBy(['kind', day])
    .execute()
  return rows.map((row) => ({ kind: row.kind, day: row.day, count: Number(row.count) }))
}

const daySql = (event: IndexEvent) => {
  const at = sql.ref(columnOf(event))
  return sql<number>`case when ${at} < 0 then -1 else ${at} / ${sql.lit(DAY_LENGTH_MS)} end`
}

/** What a question has only because nobody had the time to take it out of rows and sums; as counts below nothing. */
async function forgottenIn(db: Db, question: IndexQuestion, event: IndexEvent): Promise<DaySum[]> {
  const day = daySql(event)
  const rows = await db
    .selectFrom('forgotten_identity as gone')
    .crossJoin('indexed_identity')
    .select((eb) => ['kind' as const, day.as('day'), eb.fn.countAll<number | string>().as('count')])
    .where('gone.scan_id', '=', question.scan.scanId)
    .whereRef('indexed_identity.identity_id', '=', 'gone.identity_id')
    .where((eb) => eb.and(conditionsBy(eb, question, 'id')))
    .groupBy(['kind', day])
    .execute()
  return rows.map((row) => ({ kind: row.kind, day: row.day, count: -Number(row.count) }))
}

/** Day by day in the order of the event, so that nothing has to be sorted. */
async function daysInOrder(db: Db, question: IndexQuestion, event: IndexEvent): Promise<DaySum[]> {
  const span = question[event]
  const other = otherEvent(event)
  const { from, before } = question[other] ?? { from: -1, before: Number.MAX_SAFE_INTEGER }
  const at = sql.ref(`row.${columnOf(event)}`)
  const length = sql.lit(DAY_LENGTH_MS)
  const rows = await db
    .selectFrom('identity_day as sum')
    .select((eb) => [
      'sum.kind as kind',
      'sum.day as day',
      eb
        .selectFrom('indexed_identity as row')
        .select((inner) => inner.fn.countAll<number | string>().as('count'))
        .whereRef('row.scan_id', '=', 'sum.scan_id')
        .whereRef('row.kind', '=', 'sum.kind')
        .where(sql<boolean>`${at} >= sum.day * ${length} and ${at} < (sum.day + 1) * ${length}`)
        .where(sql<number>`(+${sql.ref(`row.${columnOf(other)}`)})`, '>=', from)
        .where(sql<number>`(+${sql.ref(`row.${columnOf(other)}`)})`, '<', before)
        .$if(span !== null, (query) =>
          query.where(sql<boolean>`${at} >= ${span?.from ?? 0} and ${at} < ${span?.before ?? 0}`),
        )
        .as('count'),
    ])
    .where('sum.scan_id', '=', question.scan.scanId)
    .where('sum.event', '=', event)
    .where('sum.kind', 'in', kindNumbersOf(question))
    .where('sum.count', '>', 0)
    .$if(span !== null, (query) =>
      query.where('sum.day', '>=', dayOf(span?.from ?? 0)).where('sum.day', '<=', dayOf(span?.before ?? 0)),
    )
    .execute()
  return rows.map(({ kind, day, count }) => ({ kind, day, count: Number(count) })).filter(({ count }) => count > 0)
}

function byKind(sums: readonly { kind: number; count: number }[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { kind, count } of sums) counts.set(kind, (counts.get(kind) ?? 0) + count)
  return new Map([...counts].filter(([, count]) => count > 0))
}
