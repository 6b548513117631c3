import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Db } from '../db/open.ts'

export const jobEventKinds = [
  'created',
  'started',
  'running',
  'paused',
  'resumed',
  'cancelled',
  'ended',
  'trouble',
] as const
export type JobEventKind = (typeof jobEventKinds)[number]

let noted = 0

/** Later ones of this process come after earlier ones, also within one millisecond. */
const newEventId = (): string => `${String((noted += 1)).padStart(12, '0')}-${randomUUID()}`

/** Notes what happened to a job, in words. */
export async function addJobEvent(
  db: Db,
  jobId: string,
  { kind, text, at }: { kind: JobEventKind; text: string; at: number },
): Promise<void> {
  await db.insertInto('job_event').values({ job_id: jobId, at, event_id: newEventId(), kind, text }).execute()
}
