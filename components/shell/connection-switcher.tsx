'use client'

import { Check, ChevronsUpDown, Lock } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { poolsPath } from '#lib/core/paths.ts'
import { Badge } from '../ui/badge.tsx'
import { Popover } from '../ui/popover.tsx'
import { useActiveConnection } from './use-active-connection.ts'

const ConnectionMark = dynamic(() => import('./connection-mark.tsx').then((file) => file.ConnectionMark))
const isMarked = ({ label, color }: ConnectionSummary) => label !== null || color !== null

const kinds: Record<ConnectionSummary['kind'], string> = { emulator: 'Emulator', endpoint: 'Endpoint', aws: 'AWS' }

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
          <span className="truncate max-sm:max-w-32">{active?.name ?? 'Choose a connection'}</span>
          {active && isMarked(active) && <ConnectionMark {...active} line />}
          {active?.readOnly && <Badge icon={<Lock />}>Read-only</Badge>}
          <ChevronsUpDown className="size-3.5 shrink-0 text-faint" />
        </>
      }
    >
      <p className="px-2 pt-1.5 pb-1 text-xs font-medium text-faint">Connections</p>
      <ul>
        {connections.map((connection) => (
          <li key={connection.id}>
            <Link
              href={poolsPath(connection.id)}
              aria-current={connection.id === active?.id ? 'true' : undefined}
              className="group flex items-start gap-2 rounded-md px-2 py-1.5 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{connection.name}</span>
                  {isMarked(connection) && <ConnectionMark {...connection} />}
                  <Badge>{kinds[connection.kind]}</Badge>
                  {connection.readOnly && <Badge icon={<Lock />}>Read-only</Badge>}
                </span>
                <span className="mt-0.5 block font-mono text-xs text-soft">{connection.regions.join(', ')}</span>
              </span>
              <Check className="mt-0.5 hidden size-4 shrink-0 text-accent-ink group-aria-[current=true]:block" />
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
