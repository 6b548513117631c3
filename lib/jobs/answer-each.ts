import 'server-only'
import { addFound } from './job-found.ts'
import type { ChunkWork, Known } from './job-kind.ts'

/** What came of one item. `found`: what the job keeps of it, if anything. */
export type ItemAnswer = { refused: string } | { found: object | null; known?: Known }

type Each = {
  jobId: string
  /** Errors: what the service says of an item refuses it. */
  ask: (item: string) => Promise<ItemAnswer>
  isDone: (item: string) => Promise<boolean>
}

/** Work on items of which each is a chunk, for the service has to be called for each by itself. */
export function answerEach({ jobId, ask, isDone }: Each): ChunkWork {
  /** What was found of items that are not known to be stored. */
  const kept = new Map<string, object>()
  let stored: readonly string[] = []
  return {
    form: 'chunks',
    async send(items) {
      const all = await Promise.all(items.map(async (item) => ({ item, ...(await ask(item)) })))
      for (const one of all) if ('found' in one && one.found) kept.set(one.item, one.found)
      return {
        refused: all.flatMap((one) => ('refused' in one ? [{ item: one.item, code: one.refused }] : [])),
        known: all.flatMap((one) => ('known' in one && one.known ? [one.known] : [])),
      }
    },
    isDone,
    async after(transaction, done) {
      // It comes again with the same ones when the store failed, so those of the time before are stored by now.
      const before = new Set(done)
      for (const item of stored) if (!before.has(item)) kept.delete(item)
      stored = done
      const found = done.flatMap((item) => {
        const one = kept.get(item)
        return one ? [{ item, found: one }] : []
      })
      await addFound(transaction, jobId, found)
    },
  }
}
