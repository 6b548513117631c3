import 'server-only'
import type { Db } from '../db/open.ts'
import type { Place } from './walk-log.ts'

/** What is read of an entry to see whether its changes may hold something. */
export type RawChange = { operation: string; before: string | null; after: string | null; value: string | null }

/** Leaves out, without making entries of them, the places that cannot hold what is looked for. */
export type Sift = (places: readonly Place[], db: Db) => Promise<Place[]>

/** By what the store keeps of a change. */
export const siftChanges =
  (mayHold: (raw: RawChange) => boolean): Sift =>
  async (places, db) => {
    const rows = await db
      .selectFrom('audit_entry as entry')
      .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
      .select(['entry.sequence', 'entry.operation', 'entry.before', 'entry.after', 'person.value'])
      .where('entry.sequence', 'in', sequencesOf(places))
      .execute()
    const held = new Set(rows.filter(mayHold).map(({ sequence }) => sequence))
    return places.filter(({ sequence }) => held.has(sequence))
  }

/** By the reason that was given when it began, or was refused. */
export const siftReasons: Sift = async (places, db) => {
  const rows = await db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_entry as start', (join) =>
      join.onRef('start.operation_id', '=', 'entry.operation_id').on('start.phase', '=', 'started'),
    )
    .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
    .leftJoin('audit_personal as start_person', 'start_person.sequence', 'start.sequence')
    .select('entry.sequence')
    .where('entry.sequence', 'in', sequencesOf(places))
    .where(({ or, eb }) => or([eb('person.value', 'like', HAS_REASON), eb('start_person.value', 'like', HAS_REASON)]))
    .execute()
  const given = new Set(rows.map(({ sequence }) => sequence))
  return places.filter(({ sequence }) => given.has(sequence))
}

const HAS_REASON = '%"reason":%'

const sequencesOf = (places: readonly Place[]) => places.map(({ sequence }) => sequence)
