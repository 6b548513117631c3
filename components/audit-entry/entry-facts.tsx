'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { consoleSession } from '#lib/connections/queries.ts'
import { historyPath, identityPath } from '#lib/core/paths.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { beganAt, isRefusedByService, operationOf, outcomeOf } from '#lib/history/as-run.ts'
import { AuditDetails } from '../audit-details.tsx'
import { OutcomeBadge } from '../outcome-badge.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { MonoId } from '../ui/mono-id.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { EntryReason } from '../entry-reason.tsx'
import { RunBatches } from './run-batches.tsx'

type EntryFactsProps = { entry: AuditEntry; asRun?: boolean; showBatches?: boolean }

/** Everything that the log has of one operation, or of the run that it stands for. */
export function EntryFacts({ entry, asRun = false, showBatches = false }: EntryFactsProps) {
  const { operationId, actor, address, connectionId, region, poolId, poolName, identityIds } = entry
  const { run, runId, outcome } = entry
  const whole = asRun && run !== null
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const nameOf = (wanted: string) => {
    const connection = connections.find(({ id }) => id === wanted)
    return connection ? `${connection.name} (${connection.id})` : wanted
  }
  const places = whole ? run.connectionIds : connectionId === null ? [] : [connectionId]
  const isErasure = whole && run.isErasure
  return (
    <div className="space-y-4">
      <DefinitionList
        items={[
          {
            term: 'Operation',
            detail: <span className="font-mono text-xs">{whole ? operationOf(entry) : entry.operation}</span>,
          },
          {
            term: 'Outcome',
            detail: (
              <OutcomeBadge
                outcome={whole ? outcomeOf(entry) : outcome}
                refused={isRefusedByService({ ...entry, run: whole ? run : null })}
              />
            ),
          },
          { term: 'Actor', detail: `${actor.name} (${actor.role}, ${actor.id})` },
          ...optional('Address', address),
          {
            term: 'Started (UTC)',
            detail: <TimeStamp value={whole ? beganAt(entry) : entry.startedAt} local />,
          },
          ...optional(places.length > 1 ? 'Connections' : 'Connection', places.map(nameOf).join(', ') || null),
          ...optional('Region', isErasure ? null : region),
          ...(poolId && !isErasure
            ? [{ term: 'Pool', detail: <PoolName connectionId={connectionId} poolId={poolId} name={poolName} /> }]
            : []),
          ...(identityIds.length > 0 && !whole
            ? [
                {
                  term: identityIds.length === 1 ? 'Identity' : 'Identities',
                  detail: <IdentityLinks connectionId={connectionId} identityIds={identityIds} />,
                },
              ]
            : []),
          ...(whole
            ? []
            : [
                {
                  term: 'Operation ID',
                  detail: <MonoId value={operationId} shorten="never" copyLabel="Copy operation ID" />,
                },
              ]),
          ...(runId ? [{ term: 'Run', detail: <MonoId value={runId} shorten="never" /> }] : []),
        ]}
      />
      {whole ? <EntryReason entry={entry} /> : <AuditDetails entry={entry} />}
      {run && runId && <RunBatches runId={runId} run={run} shown={showBatches} />}
    </div>
  )
}

type PoolNameProps = { connectionId: string | null; poolId: string; name: string | null }

function PoolName({ connectionId, poolId, name }: PoolNameProps) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {connectionId === null ? (
        name && (
          <span className="min-w-0 wrap-anywhere">
            <ForeignText text={name} />
          </span>
        )
      ) : (
        <Link
          href={historyPath({ connectionId, poolId })}
          prefetch={false}
          className="min-w-0 rounded-sm wrap-anywhere text-accent-ink hover:underline"
        >
          <ForeignText text={name ?? 'History'} />
        </Link>
      )}
      <MonoId value={poolId} shorten="never" copyLabel="Copy pool ID" />
    </span>
  )
}

function IdentityLinks({ connectionId, identityIds }: { connectionId: string | null; identityIds: string[] }) {
  return (
    <ul className="max-h-40 overflow-y-auto">
      {identityIds.map((identityId) => (
        <li key={identityId}>
          {connectionId === null ? (
            <MonoId value={identityId} shorten="never" />
          ) : (
            <Link
              href={identityPath({ connectionId, identityId })}
              prefetch={false}
              className="min-w-0 rounded-sm wrap-anywhere text-accent-ink hover:underline"
            >
              <MonoId value={identityId} shorten="never" />
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

const optional = (term: string, detail: string | null) => (detail === null ? [] : [{ term, detail }])
