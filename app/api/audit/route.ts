import { defineRoute } from '#lib/operation/define-route.ts'
import { auditCsvHeader, auditCsvLines } from '#lib/history/audit-csv.ts'
import { auditFilter } from '#lib/history/audit-filter.ts'
import { readAuditLog } from '#lib/history/read-entries.ts'
import { auditFilterInput } from '#lib/history/schema.ts'
import { visibleConnections } from '#lib/history/visible-connections.ts'

const ENTRIES_AT_ONCE = 500

/** The audit log under a filter as CSV, all of it, written as it is read. */
export const GET = defineRoute({
  name: 'ExportAuditLog',
  permission: 'audit:read',
  input: auditFilterInput,
  read(search) {
    const { text, connection, outcome } = auditFilter(search)
    return { text, connectionId: connection ?? undefined, outcome }
  },
  async respond({ actor }, { text, connectionId = null, outcome }) {
    const lines = csv({ filter: { text, connection: connectionId, outcome }, visible: visibleConnections(actor) })
    return new Response(streamOf(lines), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="audit-log.csv"',
        'Cache-Control': 'no-store',
      },
    })
  },
})

async function* csv(query: Pick<Parameters<typeof readAuditLog>[0], 'filter' | 'visible'>) {
  yield auditCsvHeader()
  let cursor: number | undefined
  do {
    const { entries, nextCursor } = await readAuditLog({ ...query, cursor, size: ENTRIES_AT_ONCE })
    if (entries.length > 0) yield auditCsvLines(entries)
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined)
}

function streamOf(texts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
