import { textStream } from '#lib/core/text-stream.ts'
import { indexFile } from '#lib/identity-index/index-file.ts'
import { exportIndexInput } from '#lib/identity-index/export-schema.ts'
import { defineRoute } from '#lib/operation/define-route.ts'

const types = { csv: 'text/csv', jsonl: 'application/jsonl' }

/** What a filter has of a pool's index as a file, written as it is read: `?connection=&pool=&filter=&format=csv|jsonl`. */
export const GET = defineRoute({
  name: 'ExportIdentities',
  permission: 'identities:read',
  input: exportIndexInput,
  read: (search) => ({
    pool: { connectionId: search.get('connection'), poolId: search.get('pool') },
    filter: search.get('filter') ?? '',
    format: search.get('format') ?? 'csv',
  }),
  exported: ({ filter, format }) => ({ filter, format }),
  async respond(_, { pool, filter, format }) {
    const lines = await indexFile(pool, filter, format)
    return new Response(textStream(lines), {
      headers: {
        'Content-Type': `${types[format]}; charset=utf-8`,
        'Content-Disposition': `attachment; filename="identities-${pool.poolId.replace(':', '-')}.${format}"`,
        'Cache-Control': 'no-store',
      },
    })
  },
})
