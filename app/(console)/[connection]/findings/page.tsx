import type { Metadata } from 'next'
import { WithPools } from '#components/with-pools.tsx'
import { FindingTable } from './finding-table.tsx'

export const metadata: Metadata = { title: 'Findings' }

export default function FindingsPage({ params }: PageProps<'/[connection]/findings'>) {
  return <WithPools params={params}>{(connection) => <FindingTable connection={connection} />}</WithPools>
}
