import 'server-only'
import { sql } from 'kysely'
import { z } from 'zod'
import { AppError } from '../core/errors.ts'
import { PAGE_SIZE } from '../core/limits.ts'
import { isDeleted } from './delete-chunk.ts'
import { deletePage } from './delete-page.ts'
import { codeOf, findDone } from './find-done.ts'
import type { Job } from './job.ts'
import { defineKind, type JobContext, type PageAnswer, type PageWork } from './job-kind.ts'
import { listingAhead } from './pool-listing.ts'
import {
  accountFor,
  accountForTold,
  goneOf,
  numberAfterWritten,
  withoutRefused,
  writeDown,
  writtenFrom,
  type RefusedById,
  type WrittenPage,
} from './written-pages.ts'

/**
 * Where a deletion stands. `number`: of the next page in the job's account. `token`: where the pool's list goes on, null
 * at its beginning. `gone`: how many the present way through the list has deleted: a way that deletes none is the last.
 */
type Place = { number: number; token: string | null; gone: number }

/**
 * Deletes every identity of a pool, page by page as the service lists them, until a way through the list finds none but
 * those that it refuses to delete. The next pages are listed while those that have come are deleted. What a page has is
 * written down before it is sent, so that after a crash it is looked at what became of it.
 */
export const deletePoolIdentitiesJob = defineKind({
  kind: 'delete-pool-identities',
  operation: 'DeleteIdentities',
  effect: 'write',
  permission: 'identities:delete',
  takesIds: 'none',
  isUnbounded: true,
  retriedAs: 'delete-identities',
  parameters: z.object({}),
  work: (context) => ({
    form: 'pages',
    ...deletingPages(context),
    settle: (cursor, isLast) => settled(context, placeOf(cursor), isLast),
    end: async (transaction) =>
      void (await transaction
        .updateTable('job')
        .set({ total: sql<number>`done + refused` })
        .where('job_id', '=', context.job.jobId)
        .execute()),
  }),
})

/** Lists pages and deletes them; before that, what is written down and in no account. */
function deletingPages({ cognito, job, write }: JobContext<unknown>): Pick<PageWork, 'read' | 'leave'> {
  const list = listingAhead(cognito, poolOf(job))
  /** What was written down and may be sent: null as long as nobody looked for what earlier processes left. */
  let open: WrittenPage[] | null = null
  /** What came of those of them that were sent, while others fail. */
  const told = new Map<WrittenPage, RefusedById>()
  /** Also those that are not stored yet. */
  const refusedHere = new Set<string>()

  const sendOpen = async (pages: readonly WrittenPage[]): Promise<RefusedById> => {
    const rest = pages.filter((page) => !told.has(page))
    const sent = await Promise.allSettled(rest.map(async (page) => told.set(page, await deletePage(cognito, page))))
    const failed = sent.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    const refused: RefusedById = new Map([...told.values()].flatMap((page) => [...page]))
    for (const id of refused.keys()) refusedHere.add(id)
    told.clear()
    open = []
    return refused
  }
  const read: PageWork['read'] = async (cursor, room) => {
    const place = placeOf(cursor)
    open ??= await writtenFrom(job, place.number)
    if (open.length > 0) {
      const pages = open
      // Where the list stood is not known any more: it is read from its beginning.
      return answerOf(job, pages, await sendOpen(pages), {
        number: await numberAfterWritten(job),
        token: null,
        gone: 1,
      })
    }
    const listed = await list(place.token)
    const next = listed.at(-1)?.next ?? null
    const all = [...new Set(listed.flatMap(({ ids }) => ids))]
    const left = (await withoutRefused(job, all)).filter((id) => !refusedHere.has(id))
    if (left.length === 0) return answerOf(job, [], new Map(), nextPlace({ ...place, token: next }))
    const pages = pagesOf(left.slice(0, room), place.number)
    await write(async (db) => {
      for (const page of pages) await writeDown(db, job, page)
    })
    open = pages
    const refused = await sendOpen(pages)
    const gone = place.gone + goneOf(pages, refused).length
    const number = numberAfter(pages)
    const isCut = left.length > room
    const after = isCut ? { number, token: place.token, gone } : nextPlace({ number, token: next, gone })
    return answerOf(job, pages, refused, after)
  }
  return { read, leave: (transaction) => accountForTold(transaction, job, told) }
}

/** Looks at what a cancelled job may have deleted; a page of which nothing is gone was not attempted. */
async function settled(
  { cognito, job, signal }: JobContext<unknown>,
  place: Place,
  isLast: boolean,
): Promise<PageAnswer | null> {
  const pages: WrittenPage[] = []
  const refused: RefusedById = new Map()
  for (const page of await writtenFrom(job, place.number)) {
    const found = await findDone(page.ids, (id) => isDeleted(cognito, id), { stop: signal, isLast })
    if (found === null || found.done.size + found.unknown.size === 0) continue
    pages.push(page)
    for (const item of page.ids) if (!found.done.has(item)) refused.set(item, { item, code: codeOf(item, found) })
  }
  return pages.length === 0 ? null : answerOf(job, pages, refused, { ...place, number: numberAfter(pages) })
}

/** Ids as pages of one call each, numbered on from `first`. */
const pagesOf = (ids: readonly string[], first: number): WrittenPage[] =>
  Array.from({ length: Math.ceil(ids.length / PAGE_SIZE) }, (_, index) => ({
    number: first + index,
    ids: ids.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    isInDoubt: false,
  }))

const start: Place = { number: 1, token: null, gone: 0 }

const placeOf = (cursor: string | null): Place => (cursor === null ? start : (JSON.parse(cursor) as Place))

const numberAfter = (pages: readonly WrittenPage[]): number => (pages.at(-1)?.number ?? 0) + 1

/** A way through the list that deleted none has come to the end; after another one the list is read from its beginning. */
const nextPlace = (place: Place): Place | null =>
  place.token !== null ? place : place.gone > 0 ? { number: place.number, token: null, gone: 0 } : null

function poolOf({ poolId }: Job): string {
  if (poolId !== null) return poolId
  throw new AppError({ code: 'VALIDATION', message: 'This job names no pool.' })
}

const answerOf = (job: Job, pages: readonly WrittenPage[], refused: RefusedById, next: Place | null): PageAnswer => ({
  cursor: next && JSON.stringify(next),
  count: goneOf(pages, refused).length,
  refused: [...refused.values()],
  store: (transaction) => accountFor(transaction, job, { pages, refused }),
})
