import 'server-only'
import { currentActor } from '../auth/current-actor.ts'
import { unwrap } from '../core/result.ts'
import type { PoolRef } from '../core/refs.ts'
import { listIndexedIdentities } from '../identity-index/actions.ts'
import { headOf, linesOf } from '../identity-index/index-file.ts'
import { recordExport } from '../operation/record-export.ts'
import type { IndexFilter } from '../identity-index/schema.ts'

type Export = { pool: PoolRef; filter: IndexFilter; format: 'csv' | 'jsonl' }

/** A pool's index as text, a page at a time. Errors: `NOT_FOUND` without one, `CONFLICT` when it goes meanwhile. */
export async function* exportIndex({ pool, filter, format }: Export): AsyncGenerator<string, void> {
  const sort = { by: 'created', descending: false } as const
  for (let cursor: string | undefined, isFirst = true; ; isFirst = false) {
    const page = await unwrap(listIndexedIdentities({ pool, filter, sort, cursor }))
    const about = { name: 'ExportIdentities', about: { pool }, asked: { filter, format } }
    if (isFirst) await recordExport({ ...about, actor: await currentActor() })
    const text = (isFirst ? headOf(format) : '') + linesOf(page.identities, format)
    if (text !== '') yield text
    cursor = page.nextCursor ?? undefined
    if (cursor === undefined) return
  }
}
