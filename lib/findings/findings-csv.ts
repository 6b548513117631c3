import type { ErrorShape } from '../core/errors.ts'
import { toCsv } from '../core/to-csv.ts'
import { checkById } from './all-checks.ts'
import type { PoolFinding } from './finding-filter.ts'
import type { PoolReport } from './report.ts'

type PoolName = PoolFinding['pool']

/** A pool of which nothing is known, and why. */
export type UncheckedPool = { pool: PoolName; error: ErrorShape }

const COLUMNS = [
  'status',
  'severity',
  'check',
  'title',
  'region',
  'pool_name',
  'pool_id',
  'subject',
  'evidence',
  'reason',
  'suppressed_by',
  'suppressed_at',
]

/**
 * Findings as CSV (RFC 4180, with a header). What could not be checked has lines of its own with its reason, so that
 * a file without findings is not taken for a clean bill. Cells that a spreadsheet would run as formulas are quoted.
 */
export function findingsCsv(
  findings: readonly PoolFinding[],
  reports: readonly PoolReport[],
  unchecked: readonly UncheckedPool[],
): string {
  const rows = [
    ...findings.map(({ finding: { checkId, subject, evidence, suppressed }, pool }) => [
      suppressed ? 'suppressed' : 'open',
      ...checkCells(checkId),
      ...poolCells(pool),
      subject,
      evidence,
      suppressed?.reason,
      suppressed?.by,
      suppressed && new Date(suppressed.at).toISOString(),
    ]),
    ...reports.flatMap((report) => [
      ...report.notRun.map(({ checkId, error }) => ['not run', ...limitCells(checkId, report, error.message)]),
      ...report.notes.map(({ checkId, note }) => ['partly run', ...limitCells(checkId, report, note)]),
    ]),
    ...unchecked.map(({ pool, error }) => ['not checked', '', '', '', ...poolCells(pool), '', '', error.message]),
  ]
  return toCsv([COLUMNS, ...rows.map((row) => COLUMNS.map((_, index) => row[index] ?? ''))])
}

const limitCells = (checkId: string, pool: PoolName, reason: string): string[] => [
  ...checkCells(checkId),
  ...poolCells(pool),
  '',
  '',
  reason,
]

function checkCells(checkId: string): string[] {
  const check = checkById(checkId)
  return [check?.severity ?? '', checkId, check?.title ?? '']
}

const poolCells = ({ region, name, poolId }: PoolName): string[] => [region, name, poolId]
