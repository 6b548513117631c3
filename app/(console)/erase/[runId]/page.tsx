import type { Metadata } from 'next'
import { ErasureRecordView } from './erasure-record-view.tsx'

export const metadata: Metadata = { title: 'Erasure record' }

export default async function ErasureRecordPage({ params }: PageProps<'/erase/[runId]'>) {
  const { runId } = await params
  return <ErasureRecordView key={runId} runId={runId} />
}
