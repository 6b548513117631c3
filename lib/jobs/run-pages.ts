import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { NotSent } from '../aws/send.ts'
import { config } from '../config/config.ts'
import { AppError, errorShape } from '../core/errors.ts'
import { createBell } from './bell.ts'
import type { Job } from './job.ts'
import type { PageWork } from './job-kind.ts'
import type { Ending, JobRun } from './job-run.ts'
import { LeaseLost } from './quota-lease.ts'
import { listCursorOf, LAST, storePages, type ReadPage } from './store-pages.ts'
import { stretchEnd } from './stretch-end.ts'
import { pauseAfter, pauseInOutage, pauseWhenFull, pauseWithoutList } from './why-paused.ts'

/** Pages that are read and not stored. */
const MOST_UNSTORED = 40
const MOST_FAILURES = 5
const FIRST_WAIT_MS = 100

/**
 * Reads a list on from where the job stands: one page after the other, since each names the next, while a writer
 * stores those that came: their rows, where the list goes on, and their count in one transaction under the lease.
 * Errors: `LeaseLost`.
 */
export async function runPages(run: JobRun, work: PageWork, sending: AbortController): Promise<Ending> {
  const { job, kind, session, pace } = run
  const most = kind.isUnbounded ? config().jobs.maxIdentities : Infinity
  let counted = job.done + job.refused
  const bell = createBell()
  let pages: ReadPage[] = []
  let throttles = 0
  let isRead = false
  let writtenAt = performance.now()

  const end = stretchEnd(sending, bell, run.stop)

  const reader = async (first: string | null) => {
    let failures = 0
    for (let cursor = first; !end.isAsked() && !isRead;) {
      if (pages.length >= MOST_UNSTORED || !session.isFresh()) {
        await bell.heard(pace.flushMs)
        continue
      }
      if (counted >= most) return end.ask({ ended: 'paused', pause: pauseWhenFull(most) })
      try {
        const page = await work.read(cursor, most - counted)
        counted += page.count + (page.refused?.length ?? 0)
        pages.push({ ...page, from: cursor })
        failures = 0
        cursor = page.cursor
        isRead = cursor === null
        bell.ring()
      } catch (error) {
        if (error instanceof NotSent) continue
        if (error instanceof LeaseLost) return end.ask({ ended: 'stopped' })
        if (!(error instanceof AppError) && sending.signal.aborted) return
        if (errorShape(error).code === 'THROTTLED') {
          throttles += 1
          continue
        }
        failures += 1
        const pause = pauseAfter(error) ?? pauseWithoutList(error)
        if (pause) end.ask({ ended: 'paused', pause })
        else if (failures >= MOST_FAILURES) end.ask({ ended: 'paused', pause: pauseInOutage(error) })
        else await wait(FIRST_WAIT_MS * 2 ** failures)
      }
    }
  }
  const turnOver = async (): Promise<Job['wanted']> => {
    const stored = [...pages]
    const waited = throttles
    const began = performance.now()
    const progress = { job, throttles: waited, activeMs: began - writtenAt, at: run.now() }
    const wanted = await session.write((db) => storePages(db, { ...progress, pages: stored }))
    pages = pages.slice(stored.length)
    throttles -= waited
    writtenAt = began
    bell.ring()
    return wanted
  }

  const cursor = await session.write((db) => listCursorOf(db, job.jobId))
  isRead = cursor === LAST
  const reading = reader(cursor)
  try {
    for (;;) {
      const wanted = await turnOver()
      if (wanted !== 'run') end.ask({ ended: 'wanted', wanted })
      if (isRead && pages.length === 0) end.ask({ ended: 'done' })
      if (end.isAsked()) break
      do await bell.heard(pace.flushMs)
      while (
        !end.isAsked() &&
        performance.now() - writtenAt < (pages.length > 0 || isRead ? pace.flushMs : pace.pollMs)
      )
    }
    await reading
    await turnOver()
    const { leave } = work
    if (leave) await session.write((db) => leave(db))
    return end.asked() ?? { ended: 'stopped' }
  } catch (error) {
    end.ask({ ended: 'stopped' })
    await reading
    throw error
  } finally {
    end.forget()
  }
}
