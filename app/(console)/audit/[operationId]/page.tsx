import type { Metadata } from 'next'
import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { auditEntry } from '#lib/history/queries.ts'
import { EntryPage } from './entry-page.tsx'

export const metadata: Metadata = { title: 'Audit entry' }

export default async function AuditEntryPage({ params, searchParams }: PageProps<'/audit/[operationId]'>) {
  const operationId = decodeSegment((await params).operationId)
  const asRun = (await searchParams)['as'] === 'run'
  const entry = auditEntry(operationId)
  await prefetch(entry)
  return (
    <Hydrated state={dehydrated(entry.queryKey)}>
      <EntryPage operationId={operationId} asRun={asRun} />
    </Hydrated>
  )
}
