import { config } from '#lib/config/config.ts'
import { textStream } from '#lib/core/text-stream.ts'
import { defineRoute } from '#lib/operation/define-route.ts'
import { auditCsvHeader, auditCsvLines } from '#lib/history/audit-csv.ts'
import type { AuditCursor, AuditPage } from '#lib/history/audit-entry.ts'
import { auditFilter } from '#lib/history/audit-filter.ts'
import { giveWay } from '#lib/history/give-way.ts'
import { readAuditLog, type LogQuestion } from '#lib/history/read-entries.ts'
import { auditFilterInput } from '#lib/history/schema.ts'
import { visibleConnections } from '#lib/auth/visible-connections.ts'

const ENTRIES_AT_ONCE = 40

/** The audit log under a filter as CSV, all of it, written as it is read; a line for each operation of a run. */
export const GET = defineRoute({
  name: 'ExportAuditLog',
  permission: 'audit:export',
  input: auditFilterInput,
  read(search) {
    const { connection, ...filter } = auditFilter(search)
    // What is not understood is refused: without it the export would have more than was asked for.
    const asGiven = (name: string) => search.get(name) || null
    const checked = { from: asGiven('from'), to: asGiven('to'), outcome: asGiven('outcome') }
    return { filter: { ...filter, ...checked }, connectionId: connection ?? undefined }
  },
  exported: ({ filter: { user: userIdentifier, identity: searchedBy, ...filter } }) => ({
    filter: Object.fromEntries(
      Object.entries({ ...filter, userIdentifier, searchedBy }).filter(([, value]) => value !== null && value !== ''),
    ),
  }),
  async respond({ actor }, { filter, connectionId: connection = null }) {
    const asked = { filter: { ...filter, connection }, visible: visibleConnections(actor) }
    const lines = csv(asked, await pageOf(asked))
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

const pageOf = (asked: LogQuestion, cursor: AuditCursor | null = null) =>
  readAuditLog({ ...asked, cursor: cursor ?? undefined, size: ENTRIES_AT_ONCE, grouped: false })

/** The first page is of before the export: its own entry is not among those that it has. */
async function* csv(asked: LogQuestion, first: AuditPage) {
  yield auditCsvHeader()
  for (let page = first; ; page = await pageOf(asked, page.nextCursor)) {
    const { entries, nextCursor } = page
    const began = performance.now()
    const lines = auditCsvLines(entries, connectionName)
    await giveWay(performance.now() - began)
    if (lines !== '') yield lines
    if (nextCursor === null) return
  }
}
