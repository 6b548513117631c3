'use client'

import { useQueries } from '@tanstack/react-query'
import { failureOf } from '#components/reading.ts'
import { usePools } from '#components/use-pools.ts'
import { bySeverity } from '#lib/findings/by-severity.ts'
import type { PoolFinding } from '#lib/findings/finding-filter.ts'
import type { UncheckedPool } from '#lib/findings/findings-csv.ts'
import { poolReportOfMany } from '#lib/findings/queries.ts'
import type { PoolReport } from '#lib/findings/report.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { errorShape } from '#lib/core/errors.ts'
import { compareNames } from '#lib/core/compare-names.ts'

/** Every finding on every pool of a connection, worst first, and how far the checks have come. */
export function useFindings(connection: ConnectionSummary) {
  const { pools, regions, pending } = usePools(connection)
  const results = useQueries({
    queries: pools.map(({ poolId }) => poolReportOfMany({ connectionId: connection.id, poolId })),
  })
  const reports: PoolReport[] = []
  const unchecked: UncheckedPool[] = []
  const toRetry: (() => void)[] = []
  for (const [index, { data, error, failureReason, refetch }] of results.entries()) {
    const pool = pools[index]
    const failure = failureOf({ error, failureReason })
    if (data) reports.push(data)
    else if (pool && failure) unchecked.push({ pool, error: errorShape(failure) })
    if (data ? data.notRun.length > 0 : failure) toRetry.push(() => void refetch())
  }
  const findings = reports
    .flatMap((pool) => pool.findings.map((finding): PoolFinding => ({ finding, pool })))
    .toSorted((a, b) => bySeverity(a.finding, b.finding) || compareNames(a.pool.name, b.pool.name))
  return {
    findings,
    reports,
    unchecked,
    regions,
    pools,
    /** Pools are still being listed or checked. */
    pending: pending || reports.length + unchecked.length < pools.length,
    retrying: results.some(({ isFetching }) => isFetching),
    retry: () => {
      for (const again of toRetry) again()
    },
  }
}
