'use client'

import Link from 'next/link'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { poolsPath } from '#lib/core/paths.ts'
import { BrandMark } from '../brand-mark.tsx'
import { useActiveConnection } from './use-active-connection.ts'

/** The way to the pools of the present connection, or of the first one where there is none. */
export function HomeLink({ connections }: { connections: ConnectionSummary[] }) {
  const connection = useActiveConnection(connections)
  return (
    <Link
      href={connection ? poolsPath(connection.id) : '/'}
      aria-label="Lifeguard"
      className="flex h-8 shrink-0 items-center gap-2 rounded-md px-1 font-semibold tracking-tight"
    >
      <BrandMark />
      <span className="max-lg:hidden">Lifeguard</span>
    </Link>
  )
}
