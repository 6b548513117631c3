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
    <div className="flex h-4 min-w-0 shrink-9999 flex-wrap overflow-hidden max-lg:hidden">
      {/* What does not fit beside it goes to a second line, which is not seen. */}
      <span aria-hidden="true" className="h-4 w-px" />
      <p title={regions.join(', ')} className="px-1 font-mono text-xs whitespace-nowrap text-faint">
        <span className="sr-only">{regions.length === 1 ? 'Region ' : 'Regions '}</span>
        {regions.slice(0, SHOWN).join(', ')}
        {more > 0 && ` and ${more} more`}
      </p>
    </div>
  )
}
