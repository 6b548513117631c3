import type { Cells } from '#components/data-table/cells.ts'
import { severityLabel } from '#components/severity-badge.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import type { PoolFinding } from '#lib/findings/finding-filter.ts'

/** Findings as texts. */
export const findingCells = (findings: readonly PoolFinding[]): Cells => ({
  heads: ['Severity', 'Finding', 'Pool', 'Region', 'Evidence'],
  rows: findings.map(({ finding, pool }) => {
    const check = checkById(finding.checkId)
    return [
      check ? severityLabel(check.severity) : '',
      `${check?.title ?? finding.checkId}${finding.suppressed ? ' (suppressed)' : ''}`,
      pool.name,
      pool.region,
      finding.evidence,
    ]
  }),
})
