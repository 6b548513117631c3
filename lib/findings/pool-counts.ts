import { severities, type Severity } from './check.ts'
import type { UncheckedPool } from './findings-csv.ts'
import { openCounts } from './open-counts.ts'
import type { PoolReport } from './report.ts'
import { compareNames } from '../core/compare-names.ts'

/** The open findings of a pool by severity. `poolId` is null for all pools together. */
export type PoolCounts = {
  poolId: string | null
  name: string
  bySeverity: ReadonlyMap<Severity, number>
  /** Why nothing is known of it, or null. */
  unknown: string | null
  /** How many checks did not run. */
  notRun: number
}

/** What is known of each pool, worst first: unknown ones after those with findings, those without at the end. */
export function poolCounts(reports: readonly PoolReport[], unchecked: readonly UncheckedPool[]): PoolCounts[] {
  const known = reports.map(({ poolId, name, findings, notRun }) => ({
    poolId,
    name,
    bySeverity: openCounts(findings),
    unknown: null,
    notRun: notRun.length,
  }))
  const unknown = unchecked.map(({ pool: { poolId, name }, error }) => ({
    poolId,
    name,
    bySeverity: new Map<Severity, number>(),
    unknown: error.message,
    notRun: 0,
  }))
  return [...known, ...unknown].toSorted(worstFirst)
}

/** All pools together. */
export function totalCounts(counts: readonly PoolCounts[]): PoolCounts {
  const sums = severities.map((severity): [Severity, number] => [
    severity,
    counts.reduce((sum, { bySeverity }) => sum + (bySeverity.get(severity) ?? 0), 0),
  ])
  return {
    poolId: null,
    name: 'All pools',
    bySeverity: new Map(sums.filter(([, count]) => count > 0)),
    unknown: counts.length > 0 && counts.every(({ unknown }) => unknown !== null) ? 'No pool was checked' : null,
    notRun: counts.reduce((sum, { notRun }) => sum + notRun, 0),
  }
}

function worstFirst(a: PoolCounts, b: PoolCounts): number {
  for (const severity of severities) {
    const difference = (b.bySeverity.get(severity) ?? 0) - (a.bySeverity.get(severity) ?? 0)
    if (difference !== 0) return difference
  }
  return Number(b.unknown !== null) - Number(a.unknown !== null) || compareNames(a.name, b.name)
}
