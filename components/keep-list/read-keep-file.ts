import type { PoolRef } from '#lib/core/refs.ts'
import { readKeepList } from '#lib/identity-index/keep-list.ts'
import { keptOfPool } from '#lib/identity-index/kept-of-index.ts'

type Chosen = { name: string; number: number }

/** A file that somebody has chosen as keep list. `number`: of that choice. `problem`: why it is of no use. */
export type KeepFile = Chosen &
  ({ state: 'reading' } | { state: 'unread'; problem: string } | { state: 'read'; ids: string[]; linesWithout: number })

type Reading = { pool: PoolRef; number: number }

/** Reads the ids in a file that a pool can have. One that cannot be read or names none is told, never taken for empty. */
export async function readKeepFile(
  file: Pick<globalThis.File, 'name' | 'text'>,
  { pool, number }: Reading,
): Promise<KeepFile> {
  const chosen = { name: file.name, number }
  try {
    const { ids: found, linesWithout } = readKeepList(await file.text())
    const ids = keptOfPool(found, pool)
    if (ids.length > 0) return { ...chosen, state: 'read', ids, linesWithout }
    return { ...chosen, state: 'unread', problem: `${file.name} names no identity of this pool's Region.` }
  } catch {
    return { ...chosen, state: 'unread', problem: `${file.name} could not be read.` }
  }
}
