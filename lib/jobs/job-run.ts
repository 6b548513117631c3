import 'server-only'
import type { Db } from '../db/open.ts'
import type { Job } from './job.ts'
import type { JobKind } from './job-kind.ts'
import type { LeaseSession } from './lease-session.ts'
import type { Pause } from './why-paused.ts'

/** One stretch of work on a job, from its claim until it ends, pauses or must be left to another copy. */
export type JobRun = {
  job: Job
  kind: JobKind
  session: LeaseSession
  /** The store that the session writes into. */
  db: Db
  /** The server stops: what is under way is noted, and the next one goes on. */
  stop: AbortSignal
  /** Epoch milliseconds. */
  now: () => number
  pace: JobPace
}

/** How the work is cut. `flushMs`: how often outcomes are stored together. `pollMs`: how often people are heard. */
export type JobPace = { lanes: number; flushMs: number; pollMs: number }

export const usualPace: JobPace = { lanes: 32, flushMs: 100, pollMs: 400 }

/** How a stretch ended. `stopped`: by the server, not by a person. */
export type Ending =
  | { ended: 'done' }
  | { ended: 'stopped' }
  | { ended: 'wanted'; wanted: 'pause' | 'cancel' }
  | { ended: 'paused'; pause: Pause }
