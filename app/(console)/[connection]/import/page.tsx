import type { Metadata } from 'next'
import { decodeSegment } from '#lib/core/refs.ts'
import { ImportPools } from './import-pools.tsx'

export const metadata: Metadata = { title: 'Import' }

export default async function ImportPage({ params }: PageProps<'/[connection]/import'>) {
  return <ImportPools connectionId={decodeSegment((await params).connection)} />
}
