'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { auditEntryPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { FactChange } from '#lib/facts/facts.ts'
import { newestChanges } from '#lib/history/queries.ts'
import { whoChanged } from '#lib/history/who-changed.ts'
import { TimeStamp } from '../ui/time-stamp.tsx'

type WhoChangedProps = {
  pool: PoolRef
  /** What is there that was not expected. */
  found: readonly FactChange[]
  /** When it was still as the form shows it, epoch milliseconds. */
  since: number
}

/** Who changed a pool while somebody had it in a form, and when, as far as the audit log knows. */
export default function WhoChanged({ pool, found, since }: WhoChangedProps) {
  const { data } = useQuery(newestChanges(pool, JSON.stringify(found.map(({ label, after }) => [label, after]))))
  if (!data) return null
  const { entries, isOutside } = whoChanged(data, found, since)
  if (isOutside) return <p>Nobody changed it through this connection of Lifeguard.</p>
  if (entries.length === 0) return null
  return (
    <ul aria-label="Who changed it">
      {entries.map(({ operationId, actor, startedAt }) => (
        <li key={operationId} className="wrap-anywhere">
          {actor.name} changed it at{' '}
          <Link
            href={auditEntryPath(operationId)}
            target="_blank"
            prefetch={false}
            className="rounded-sm text-accent-ink hover:underline"
          >
            <TimeStamp value={startedAt} zone />
          </Link>
          , <TimeStamp value={startedAt} format="relative" />
        </li>
      ))}
    </ul>
  )
}
