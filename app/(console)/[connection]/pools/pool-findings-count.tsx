'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { SeverityCounts } from '#components/severity-counts.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { findingsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { findingFilterQuery } from '#lib/findings/finding-filter.ts'
import { openCounts } from '#lib/findings/open-counts.ts'
import { poolReportOfMany } from '#lib/findings/queries.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'

/** How many open findings a pool has, asked for when its row is filled; what was not checked is no zero. */
export function PoolFindingsCount({ pool }: { pool: PoolRef }) {
  const { isPending } = useQuery({ ...poolDetailOfRow(pool), enabled: false })
  const { data, error } = useQuery({ ...poolReportOfMany(pool), enabled: !isPending })
  if (!data) {
    if (!error) return <Skeleton className="h-3 w-12" />
    return (
      <span title={errorShape(error).message} className="text-xs text-faint">
        Not checked
      </span>
    )
  }
  const counts = openCounts(data.findings)
  const notRun = data.notRun.length === 1 ? '1 check did not run' : `${data.notRun.length} checks did not run`
  if (counts.size === 0)
    return (
      <span title={data.notRun.length > 0 ? notRun : undefined} className="text-xs text-faint">
        None found
      </span>
    )
  const { connectionId, poolId } = pool
  const query = findingFilterQuery({ text: '', severity: null, pool: poolId, suppressed: false })
  return (
    <Link href={`${findingsPath(connectionId)}${query}`} prefetch={false} className="inline-block rounded-sm">
      <SeverityCounts counts={counts} />
      <span className="sr-only"> findings</span>
    </Link>
  )
}
