'use client'

import { useQuery } from '@tanstack/react-query'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { connectionCaller } from '#lib/connections/queries.ts'
import { errorShape } from '#lib/core/errors.ts'
import { failureOf } from '../reading.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const notAws: Record<'emulator' | 'endpoint', string> = {
  emulator: 'Embedded emulator: it takes any credentials.',
  endpoint: 'A server that is not AWS: whose credentials these are is not asked.',
}

/** Whose credentials the present connection uses, read when its menu opens. */
export function ConnectionCaller({ connection: { id, kind, name } }: { connection: ConnectionSummary }) {
  return (
    <section
      aria-label={`Credentials of ${name}`}
      className="mt-1 border-t border-line px-2 pt-2 pb-1.5 text-xs text-soft"
    >
      {kind !== 'aws' && <p>{notAws[kind]}</p>}
      {kind !== 'endpoint' && <Caller connectionId={id} />}
    </section>
  )
}

function Caller({ connectionId }: { connectionId: string }) {
  const query = useQuery(connectionCaller(connectionId))
  const failure = failureOf(query)
  if (failure)
    return (
      <p className="wrap-anywhere">
        Whose credentials these are could not be read: <ForeignText text={errorShape(failure).message} />
      </p>
    )
  if (query.data === undefined) return <Skeleton className="h-8 w-full" />
  const { accountId = null, arn = null } = query.data ?? {}
  return (
    <dl className="space-y-0.5">
      <Fact term="Account" value={accountId} label="Copy the account ID" />
      <Fact term="Caller" value={arn} label="Copy the caller’s ARN" />
    </dl>
  )
}

function Fact({ term, value, label }: { term: string; value: string | null; label: string }) {
  return (
    <div className="flex items-center gap-1">
      <dt>{term}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-1">
        <span className="min-w-0 flex-1 font-mono wrap-anywhere text-ink">{value ?? 'Not told'}</span>
        {value !== null && <CopyButton value={value} label={label} />}
      </dd>
    </div>
  )
}
