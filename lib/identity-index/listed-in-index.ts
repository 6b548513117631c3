import 'server-only'
import { sql } from 'kysely'
import type { PoolRef } from '../core/refs.ts'
import { eachItem } from '../db/each-item.ts'
import type { Db } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import { conditionsBy, questionOf } from './index-question.ts'
import type { IndexFilter } from './schema.ts'
import { findScan } from './scans.ts'

type Listed = { scanId: number; ids: readonly string[]; db?: Db; now?: number }

/** Which of some ids a filter has of a complete scan; none where the scan is gone. */
export async function listedInIndex(
  pool: PoolRef,
  filter: IndexFilter,
  { scanId, ids, db = readStore(), now = Date.now() }: Listed,
): Promise<string[]> {
  const scan = await findScan(db, pool, scanId)
  if (scan?.state !== 'complete') return []
  const question = await questionOf(db, pool, filter, { now, scan })
  if (question.kinds.length === 0) return []
  const rows = await db
    .selectFrom('indexed_identity')
    .select('identity_id')
    .where((eb) => eb.and(conditionsBy(eb, question, 'id')))
    .where(sql<boolean>`identity_id in (select item from ${eachItem(db, ids)})`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('forgotten_identity as gone')
            .select('gone.identity_id')
            .whereRef('gone.scan_id', '=', 'indexed_identity.scan_id')
            .whereRef('gone.identity_id', '=', 'indexed_identity.identity_id'),
        ),
      ),
    )
    .execute()
  return rows.map(({ identity_id: id }) => id)
}
