import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { listConnections } from '#lib/connections/actions.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { poolKeys, poolsOfRegion } from '#lib/pools/queries.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { FindingTable } from './finding-table.tsx'

export const metadata: Metadata = { title: 'Findings' }

export default async function FindingsPage({ params }: PageProps<'/[connection]/findings'>) {
  const connectionId = decodeSegment((await params).connection)
  const session = await listConnections({})
  const connection = session.ok ? session.value.connections.find(({ id }) => id === connectionId) : undefined
  if (!connection) return null
  await Promise.all(connection.regions.map((region) => prefetch(poolsOfRegion(connectionId, region))))
  return (
    <HydrationBoundary state={dehydrated(...connection.regions.map((region) => poolKeys.region(connectionId, region)))}>
      <FindingTable connection={connection} />
    </HydrationBoundary>
  )
}
