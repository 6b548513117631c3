import type { Metadata } from 'next'
import { decodeSegment } from '#lib/core/refs.ts'
import { IdentityMaps } from './identity-maps.tsx'

export const metadata: Metadata = { title: 'Maps' }

export default async function MapsPage({ params }: PageProps<'/[connection]/find/maps'>) {
  return <IdentityMaps connectionId={decodeSegment((await params).connection)} />
}
