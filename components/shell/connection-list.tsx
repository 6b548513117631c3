'use client'

import { Check, Lock } from 'lucide-react'
import Link from 'next/link'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { connectionPath, poolsPath } from '#lib/core/paths.ts'
import { Badge } from '../ui/badge.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { ConnectionCaller } from './connection-caller.tsx'
import { ConnectionMark } from './connection-mark.tsx'

const kinds: Record<ConnectionSummary['kind'], string> = { emulator: 'Emulator', endpoint: 'Endpoint', aws: 'AWS' }

type ConnectionListProps = { connections: ConnectionSummary[]; active: ConnectionSummary | null }

export default function ConnectionList({ connections, active }: ConnectionListProps) {
  return (
    <>
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
                  <ConnectionMark {...connection} />
                  <Badge>{kinds[connection.kind]}</Badge>
                  {connection.readOnly && <Badge icon={<Lock />}>Read-only</Badge>}
                </span>
                <span className="mt-0.5 block font-mono text-xs text-soft">{connection.regions.join(', ')}</span>
              </span>
              <Check className="mt-0.5 hidden size-4 shrink-0 text-accent-ink group-aria-[current=true]:block" />
            </Link>
            {connection.cli.endpoint !== null && (
              <p className="flex items-center gap-1 pr-1 pb-1 pl-2 text-xs text-soft">
                <span className="min-w-0 flex-1">
                  Endpoint <span className="font-mono wrap-anywhere text-ink">{connection.cli.endpoint}</span>
                </span>
                <CopyButton value={connection.cli.endpoint} label={`Copy the endpoint of ${connection.name}`} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {active && (
        <>
          <ConnectionCaller connection={active} />
          <Link
            href={connectionPath(active.id)}
            className="mt-1 block rounded-md px-2 py-1.5 text-accent-ink hover:bg-hover focus-visible:-outline-offset-2"
          >
            Test it, and the IAM policy that it needs
          </Link>
        </>
      )}
    </>
  )
}
