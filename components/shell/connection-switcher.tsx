'use client'

import { ChevronsUpDown, Lock } from 'lucide-react'
import dynamic from 'next/dynamic'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { Badge } from '../ui/badge.tsx'
import { Popover } from '../ui/popover.tsx'
import { useActiveConnection } from './use-active-connection.ts'

const ConnectionMark = dynamic(() => import('./connection-mark.tsx').then((file) => file.ConnectionMark))
const ConnectionList = dynamic(() => import('./connection-list.tsx'), { ssr: false })
const isMarked = ({ label, color }: ConnectionSummary) => label !== null || color !== null

/** Which AWS account or emulator the pages speak to, and the way to another one. */
export function ConnectionSwitcher({ connections }: { connections: ConnectionSummary[] }) {
  const active = useActiveConnection(connections)
  return (
    <Popover
      label="Connections"
      triggerClass="flex h-8 min-w-0 items-center gap-2 rounded-md px-2 font-medium transition-colors hover:bg-hover aria-expanded:bg-hover"
      className="w-80 p-1"
      trigger={
        <>
          <span className="sr-only">Connection: </span>
          <span className="min-w-8 shrink-2 truncate">{active?.name ?? 'Choose a connection'}</span>
          {active && isMarked(active) && (
            <span className="flex min-w-0 *:min-w-0">
              <ConnectionMark {...active} line />
            </span>
          )}
          {active?.readOnly && (
            <Badge icon={<Lock />}>
              <span className="max-sm:sr-only">Read-only</span>
            </Badge>
          )}
          <ChevronsUpDown className="size-3.5 shrink-0 text-faint" />
        </>
      }
    >
      <ConnectionList connections={connections} active={active} />
    </Popover>
  )
}
