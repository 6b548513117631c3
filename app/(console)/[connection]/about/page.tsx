import type { Metadata } from 'next'
import { decodeSegment } from '#lib/core/refs.ts'
import { AboutConnection } from './about-connection.tsx'

export const metadata: Metadata = { title: 'Connection' }

export default async function ConnectionPage({ params }: PageProps<'/[connection]/about'>) {
  const connectionId = decodeSegment((await params).connection)
  return <AboutConnection key={connectionId} connectionId={connectionId} />
}
