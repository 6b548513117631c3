import 'server-only'
import type { Selectable } from 'kysely'
import type { AuditAnchorTable } from '../db/audit-tables.ts'
import type { Db } from '../db/open.ts'

/** The operation that removes entries when their time is over: it is an entry itself, written before it begins. */
export const REMOVAL = 'RemoveAuditEntries'

export type Anchor = Selectable<AuditAnchorTable>

/** How far entries were removed; null when all are there. */
export const newestAnchor = async (db: Db): Promise<Anchor | null> =>
  (await db.selectFrom('audit_anchor').selectAll().orderBy('sequence', 'desc').limit(1).executeTakeFirst()) ?? null

/** Up to which entry a removal said that it would remove, from its own entry; null for any other entry. */
export function removesThrough({
  operation,
  phase,
  input,
}: {
  operation: string
  phase: string
  input: string | null
}) {
  if (operation !== REMOVAL || phase !== 'started' || input === null) return null
  const { through } = Object(JSON.parse(input)) as { through?: unknown }
  return typeof through === 'number' ? through : null
}
