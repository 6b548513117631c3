import { PAGE_SIZE } from '../core/limits.ts'

/** The kinds whose items are lines of a list, each of which takes calls of its own. */
export const listKinds = ['look-up-list', 'check-merges', 'merge-list'] as const

/** How many items stand or fall together: those of one call, so that none is held up or given up with another. */
export const chunkSize = (kind: string): number => (listKinds.some((name) => name === kind) ? 1 : PAGE_SIZE)

/** As many as one call deletes: more take a sign-in of the last minutes. */
export const WITHOUT_ASKING = PAGE_SIZE

/** How many ids one call adds to a draft. */
export const ADDED_AT_ONCE = 5_000

/** Chunks are done nearly in order, so that few ranges name them. */
export const RANGES_MAX = 200

/** How many lines a list has that is looked up or merged. */
export const LISTED_MOST = 10_000
/** What one call may carry, in bytes. */
export const LISTED_BYTES = 900_000

/** Characters of an item, which a page of items ends with: a pair of the longest users of any version, each escaped. */
export const ITEM_MOST = 8_200
