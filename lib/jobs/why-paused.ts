import { errorShape, type ErrorCode } from '../core/errors.ts'
import { grouped } from '../core/grouped.ts'

/** Why a job pauses by itself. `retries`: whether it is tried again by itself. */
export type Pause = { reason: string; retries: boolean }

/** What no other id would fare better with, and what passes by itself. */
const PAUSES: Partial<Record<ErrorCode, { retries: boolean }>> = {
  CREDENTIALS: { retries: true },
  DENIED: { retries: false },
  FORBIDDEN: { retries: false },
  READ_ONLY: { retries: false },
}

/** The pause that a failure asks for; null when the rest of the job may go on. */
export function pauseAfter(error: unknown): Pause | null {
  const { code, message } = errorShape(error)
  const pause = PAUSES[code]
  return pause ? { reason: message, retries: pause.retries } : null
}

/** The pause of a job that reads a list which the service does not have; null when it has it, as far as is known. */
export function pauseWithoutList(error: unknown): Pause | null {
  const { code, message } = errorShape(error)
  return code === 'NOT_FOUND'
    ? { reason: `${message} There is nothing to read: cancel the job.`, retries: false }
    : null
}

/** The pause when nothing at all is answered any more. */
export const pauseInOutage = (error: unknown): Pause => ({ reason: errorShape(error).message, retries: true })

/** The pause of a job that nobody counted before, when it has had as many identities as one may have. */
export const pauseWhenFull = (most: number): Pause => ({
  reason: `It has had ${grouped(most)} identities, as many as a job of this Lifeguard may have. Raise "jobs.maxIdentities" in lifeguard.config.json and resume it, or cancel it.`,
  retries: false,
})

const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 300_000

/** How long the attempt after so many that failed is waited for. */
export const retryDelay = (attempts: number): number => Math.min(FIRST_RETRY_MS * 2 ** attempts, LONGEST_RETRY_MS)
