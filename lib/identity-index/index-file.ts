import 'server-only'
import type { z } from 'zod'
import type { PoolRef } from '../core/refs.ts'
import { toCsv } from '../core/to-csv.ts'
import type { Db } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import type { Identity } from '../identities/identity.ts'
import { indexPage } from './index-page.ts'
import type { exportIndexInput } from './export-schema.ts'
import type { IndexFilter } from './schema.ts'

type Format = z.infer<typeof exportIndexInput>['format']

const AT_ONCE = 2_000
const sort = { by: 'created', descending: false } as const

/**
 * What a filter has of a pool's index as the lines of a file, a page of one scan at a time. Errors: `NOT_FOUND` before
 * the first line when the pool has no index; `CONFLICT` within, which cuts the file off, when the scan is dropped.
 */
export async function indexFile(
  pool: PoolRef,
  filter: IndexFilter,
  format: Format,
  db: Db = readStore(),
): Promise<AsyncGenerator<string, void>> {
  const first = await indexPage(pool, filter, { sort, limit: AT_ONCE, db })
  return (async function* lines() {
    for (let page = first, before = headOf(format); ; before = '') {
      const text = before + linesOf(page.identities, format)
      if (text !== '') yield text
      if (page.nextCursor === null) return
      page = await indexPage(pool, filter, { sort, limit: AT_ONCE, db, cursor: page.nextCursor })
    }
  })()
}

/** What a file begins with. */
export const headOf = (format: Format): string =>
  format === 'csv' ? toCsv([['identity', 'state', 'logins', 'created', 'modified']]) : ''

/** Identities as lines of a file. */
export function linesOf(identities: readonly Identity[], format: Format): string {
  if (identities.length === 0) return ''
  if (format === 'jsonl') return `${identities.map((identity) => JSON.stringify(told(identity))).join('\n')}\n`
  return toCsv(
    identities.map(({ identityId, state, logins, createdAt, modifiedAt }) => [
      identityId,
      state,
      logins.join(' '),
      timeText(createdAt) ?? '',
      timeText(modifiedAt) ?? '',
    ]),
  )
}

const told = ({ identityId, state, logins, createdAt, modifiedAt }: Identity) => ({
  identityId,
  state,
  logins,
  created: timeText(createdAt),
  modified: timeText(modifiedAt),
})

const timeText = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
