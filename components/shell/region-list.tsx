'use client'

import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { useActiveConnection } from './use-active-connection.ts'

const SHOWN = 2

/** The Regions that the present connection reaches; the connection's panel has them where this has no room. */
export function RegionList({ connections }: { connections: ConnectionSummary[] }) {
  const regions = useActiveConnection(connections)?.regions ?? []
  if (regions.length === 0) return null
  const more = regions.length - SHOWN
  return (
    <p title={regions.join(', ')} className="px-1 font-mono text-xs whitespace-nowrap text-faint max-lg:hidden">
      <span className="sr-only">{regions.length === 1 ? 'Region ' : 'Regions '}</span>
      {regions.slice(0, SHOWN).join(', ')}
      {more > 0 && ` and ${more} more`}
    </p>
  )
}
