import { Hydrated } from '#components/hydrated.tsx'
import type { Metadata } from 'next'
import { auditFilter } from '#lib/history/audit-filter.ts'
import { auditLog, operationCounts } from '#lib/history/queries.ts'
import { dehydrated, prefetch, prefetchFirstPage } from '#lib/client/prefetch.ts'
import { AuditTable } from './audit-table.tsx'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const search = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0] ?? ''])
  const filter = auditFilter(new URLSearchParams(search))
  await Promise.all([prefetchFirstPage(auditLog(filter)), prefetch(operationCounts(filter))])
  return (
    <Hydrated state={dehydrated()}>
      <AuditTable />
    </Hydrated>
  )
}
