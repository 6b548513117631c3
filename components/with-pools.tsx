import { Hydrated } from './hydrated.tsx'
import type { ReactNode } from 'react'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { listConnections } from '#lib/connections/actions.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { poolKeys, poolsOfRegion } from '#lib/pools/queries.ts'

type WithPoolsProps = {
  params: Promise<{ connection: string }>
  children: (connection: ConnectionSummary) => ReactNode
}

/** Draws its children for the connection that an address names, with the pools of all its Regions in the document. */
export async function WithPools({ params, children }: WithPoolsProps) {
  const connectionId = decodeSegment((await params).connection)
  const session = await listConnections({})
  const connection = session.ok ? session.value.connections.find(({ id }) => id === connectionId) : undefined
  if (!connection) return null
  const { regions } = connection
  await Promise.all(regions.map((region) => prefetch(poolsOfRegion(connectionId, region))))
  return (
    <Hydrated state={dehydrated(...regions.map((region) => poolKeys.region(connectionId, region)))}>
      {children(connection)}
    </Hydrated>
  )
}
