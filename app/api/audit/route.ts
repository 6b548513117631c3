import { config } from '#lib/config/config.ts'
import { textStream } from '#lib/core/text-stream.ts'
import { defineRoute } from '#lib/operation/define-route.ts'
import { auditCsvHeader, auditCsvLines } from '#lib/history/audit-csv.ts'
import type { AuditCursor } from '#lib/history/audit-entry.ts'
import { auditFilter } from '#lib/history/audit-filter.ts'
import { giveWay } from '#lib/history/give-way.ts'
import { readAuditLog, type LogQuestion } from '#lib/history/read-entries.ts'
import { auditFilterInput } from '#lib/history/schema.ts'
import { visibleConnections } from '#lib/auth/visible-connections.ts'

const ENTRIES_AT_ONCE = 40

/** The audit log under a filter as CSV, all of it, written as it is read; a line for each operation of a run. */
export const GET = defineRoute({
  name: 'ExportAuditLog',
  permission: 'audit:read',
  input: auditFilterInput,
  read(search) {
    const { connection, ...filter } = auditFilter(search)
    // What is not understood is refused: without it the export would have more than was asked for.
    const asGiven = (name: string) => search.get(name) || null
    const checked = { from: asGiven('from'), to: asGiven('to'), outcome: asGiven('outcome') }
    return { filter: { ...filter, ...checked }, connectionId: connection ?? undefined }
  },
  async respond({ actor }, { filter, connectionId: connection = null }) {
    const lines = csv({ filter: { ...filter, connection }, visible: visibleConnections(actor) })
    return new Response(textStream(lines), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="audit-log.csv"',
        'Cache-Control': 'no-store',
      },
    })
  },
})

const connectionName = (connectionId: string | null) => config().connections.find(({ id }) => id === connectionId)?.name

async function* csv(asked: LogQuestion) {
  yield auditCsvHeader()
  let cursor: AuditCursor | undefined
  for (;;) {
    const { entries, nextCursor } = await readAuditLog({ ...asked, cursor, size: ENTRIES_AT_ONCE, grouped: false })
    const began = performance.now()
    const lines = auditCsvLines(entries, connectionName)
    await giveWay(performance.now() - began)
    if (lines !== '') yield lines
    if (nextCursor === null) return
    cursor = nextCursor
  }
}
