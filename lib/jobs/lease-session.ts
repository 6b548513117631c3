import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { AppError } from '../core/errors.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { log } from '../log/log.ts'
import { claimAgain, fenced, LeaseLost, type LeaseClaim, type LeaseTimes } from './quota-lease.ts'

/** One claim as long as it lasts, whatever happens to the store meanwhile. */
export type LeaseSession = {
  /** The claim at present: its epoch rises when the store failed. */
  claim: () => LeaseClaim
  /** Whether the lease was renewed lately: else nothing may be sent until it is. */
  isFresh: () => boolean
  /**
   * Work under the lease, one after the other. While the store fails, it is done again under a new epoch, with nothing of it lost. Errors:
   * `LeaseLost`; an `AppError` of the work, or what it fails with though the store answers.
   */
  write: <T>(work: Work<T>) => Promise<T>
}

type Work<T> = (transaction: Transaction<Tables>, epoch: number) => Promise<T>

const PAUSE_MS = 200
const LONGEST_PAUSE_MS = 5_000
/** So often work may fail in a store that answers. */
const REPEATS = 4

export function leaseSession(db: Db, first: LeaseClaim, times: LeaseTimes, signal: AbortSignal): LeaseSession {
  let claim = first
  let renewedAt = performance.now()
  let last: Promise<unknown> = Promise.resolve()
  const claimedAgain = async () => {
    for (let pause = PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await wait(pause)
      try {
        return await claimAgain(db, claim, times)
      } catch (error) {
        // Without the store an orderly stop cannot note anything: the next one goes on from what is noted.
        if (error instanceof LeaseLost || signal.aborted) throw error
        log().warn({ err: error, quota: claim.key }, 'The store does not answer: a job waits for it')
      }
    }
  }
  return {
    claim: () => claim,
    isFresh: () => performance.now() - renewedAt < times.leaseMs,
    write(work) {
      const written = last.then(() => write(work))
      last = written.catch(() => null)
      return written
    },
  }

  async function write<T>(work: Work<T>): Promise<T> {
    for (let repeats = 0; ; repeats += 1) {
      try {
        const { epoch } = claim
        const began = performance.now()
        const value = await fenced(db, claim, times, (transaction) => work(transaction, epoch))
        renewedAt = began
        return value
      } catch (error) {
        if (error instanceof LeaseLost || error instanceof AppError || repeats === REPEATS) throw error
        log().warn({ err: error, quota: claim.key }, 'What came of a job could not be stored: it is tried again')
        claim = await claimedAgain()
      }
    }
  }
}
