import { useParams } from 'next/navigation'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { decodeSegment } from '#lib/core/refs.ts'

/** The connection that the address names, else the first one; null when it names one that does not exist. */
export function useActiveConnection(connections: ConnectionSummary[]): ConnectionSummary | null {
  const { connection } = useParams<{ connection?: string }>()
  if (connection === undefined) return connections[0] ?? null
  return connections.find(({ id }) => id === decodeSegment(connection)) ?? null
}
