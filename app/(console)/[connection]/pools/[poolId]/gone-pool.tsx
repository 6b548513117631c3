'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { FailureState } from '#components/failure-state.tsx'
import type { Reading } from '#components/reading.ts'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { createAgainPath, historyPath, poolsPath } from '#lib/core/paths.ts'
import { decodeSegment, type PoolRef } from '#lib/core/refs.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { poolDeletionEntry } from '#lib/history/deletion-query.ts'

type GonePoolProps = { pool: PoolRef; failure: Error; reading: Reading<unknown>; children: ReactNode }

/** In place of a pool that cannot be opened: why, who deleted it where that is known, and its history, which stays. */
export default function GonePool({ pool, failure, reading, children }: GonePoolProps) {
  const history = historyPath(pool)
  const isHistory = decodeSegment(usePathname()) === decodeSegment(history)
  const isMissing = errorShape(failure).code === 'NOT_FOUND' && Boolean(errorShape(failure).awsName)
  const { data: deletion } = useQuery({ ...poolDeletionEntry(pool), enabled: isMissing })
  const again = deletion && (
    <ButtonLink href={createAgainPath(pool.connectionId, deletion.operationId)}>Create this pool again</ButtonLink>
  )
  if (isHistory && isMissing)
    return (
      <>
        <PageHeader
          breadcrumbs={[{ label: 'Pools', href: poolsPath(pool.connectionId) }]}
          title={deletion?.poolName ?? pool.poolId}
          meta={
            <>
              <MonoId value={pool.poolId} copyLabel="Copy pool ID" />
              <Badge tone="danger">{deletion ? 'Deleted' : 'Not there'}</Badge>
            </>
          }
          actions={again}
        />
        <Card className="mb-6">
          <p className="font-medium">{deletion ? deletedBy(deletion) : 'There is no such pool in this connection'}</p>
          <p className="text-soft">
            {deletion
              ? 'What was done to it through Lifeguard stays here. Its identities do not come back.'
              : 'It was not deleted through Lifeguard. What was done to it here stays below.'}
          </p>
        </Card>
        {children}
      </>
    )
  return (
    <>
      <h1 className="sr-only">Identity pool not found</h1>
      <FailureState
        title="This identity pool could not be opened"
        error={failure}
        retrying={reading.isFetching}
        onRetry={() => void reading.refetch()}
        action={<ButtonLink href={poolsPath(pool.connectionId)}>Go to the pools</ButtonLink>}
      />
      {deletion && (
        <Card className="mt-6">
          <p className="mb-2 font-medium">{deletedBy(deletion)}</p>
          <span className="flex flex-wrap gap-2">
            <ButtonLink href={history}>Open its history</ButtonLink>
            {again}
          </span>
        </Card>
      )}
    </>
  )
}

const deletedBy = ({ actor, startedAt }: AuditEntry): string =>
  `Deleted by ${actor.name} on ${new Date(startedAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`
