import 'server-only'
import { LOOK } from '../audit/record.ts'
import type { Db } from '../db/open.ts'
import type { AuditFilter } from './audit-filter.ts'
import { readPasted } from '../pasted/read-pasted.ts'
import { changesHold, rawHolds } from './changes-hold.ts'
import { entriesNaming } from './entries-naming.ts'
import { DAY_MS, type LogConditions } from './log-conditions.ts'
import { beginOf, endOf } from './moment.ts'
import { operationsCalled, poolsCalled, wordsOf } from './named-operations.ts'
import type { AuditEntry } from './audit-entry.ts'
import { siftChanges, siftReasons, type Sift } from './sift.ts'
import type { VisibleConnections } from '../auth/visible-connections.ts'

/** A search of the log: where to look, what the store decides, and what is decided of each entry that it finds. */
export type LogSearch = {
  conditions: LogConditions
  above: number
  below: number
  among: number[] | null
  sift: Sift | null
  matches: ((entry: AuditEntry) => boolean) | null
}

/** The search that a filter asks for; null when nothing can be found, such as of a pool that nobody ever saw. */
export async function searchFor(filter: AuditFilter, visible: VisibleConnections, db: Db): Promise<LogSearch | null> {
  const { operation, actor, pool, identity, user, connection, outcome, from, to } = filter
  const text = wordsOf(filter.text)
  const reason = filter.reason.trim().toLowerCase()
  const operations = operation.trim() === '' ? null : await operationsCalled(operation, db)
  const pools = pool.trim() === '' ? null : await poolsCalled(idsIn(pool)?.[0] ?? pool, db)
  const among = await placesOf(identity.trim(), user.trim(), db)
  const isAbsent = [operations, pools, among].some((found) => found?.length === 0)
  const isContradiction = text.length > 0 && outcome !== null && outcome !== 'succeeded'
  if (isAbsent || isContradiction) return null
  const wanted = text.length > 0 ? 'succeeded' : outcome
  const times = {
    ...(from === null ? {} : { from: beginOf(from) }),
    ...(to === null ? {} : { to: endOf(to) }),
  }
  return {
    conditions: {
      visible,
      ...times,
      ...(connection === null ? {} : { connection }),
      ...(pools ? { pools } : {}),
      ...(operations ? { operations } : { without: [LOOK] }),
      ...(wanted === null ? {} : { outcome: wanted }),
      ...(text.length > 0 ? { changed: true as const } : {}),
      actor: wordsOf(actor),
    },
    ...(await stretchOf(times, db)),
    among,
    sift: text.length > 0 ? siftChanges(rawHolds(text)) : reason === '' ? null : siftReasons,
    matches:
      text.length + reason.length === 0
        ? null
        : (entry) =>
            (reason === '' || Boolean(entry.reason?.toLowerCase().includes(reason))) &&
            (text.length === 0 || changesHold(entry.changes, text)),
  }
}

async function placesOf(identity: string, user: string, db: Db): Promise<number[] | null> {
  const ofIdentity = identity === '' ? null : await entriesNaming({ identities: idsIn(identity) ?? [identity] }, db)
  const ofUser = user === '' ? null : await placesOfUser(user, db)
  if (!ofIdentity || !ofUser) return ofIdentity ?? ofUser
  const both = new Set(ofUser)
  return ofIdentity.filter((place) => both.has(place))
}

/** Of the user exactly as typed; where nobody is called that, of whom the text names. */
async function placesOfUser(user: string, db: Db): Promise<number[]> {
  const exactly = await entriesNaming({ user }, db)
  if (exactly.length > 0) return exactly
  const named = readPasted(user).things.flatMap((thing) => (thing.kind === 'user' ? [thing.userIdentifier] : []))
  const found = await Promise.all(named.map((one) => entriesNaming({ user: one }, db)))
  return [...new Set(found.flat())].toSorted((a, b) => b - a)
}

/** The ids in a text from elsewhere, such as an ARN or a line of a log; null when it has none. */
function idsIn(text: string): string[] | null {
  const ids = readPasted(text).things.flatMap((thing) => (thing.kind === 'id' ? [thing.id] : []))
  return ids.length > 0 ? ids : null
}

/** Clocks of several copies may differ, and an outcome comes after its start: by less than a day. */
async function stretchOf({ from, to }: { from?: number; to?: number }, db: Db) {
  const first = async (since: number) =>
    (
      await db
        .selectFrom('audit_entry')
        .select('sequence')
        .where('recorded_at', '>', since)
        .orderBy('recorded_at')
        .limit(1)
        .executeTakeFirst()
    )?.sequence ?? null
  const { sequence: last } = await db.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow()
  return {
    above: from === undefined ? 1 : ((await first(from - DAY_MS)) ?? last + 1),
    below: (to === undefined ? null : await first(to + 2 * DAY_MS)) ?? last + 1,
  }
}
