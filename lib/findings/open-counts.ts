import { checkById } from './all-checks.ts'
import { severities, type Severity } from './check.ts'
import type { Finding } from './report.ts'

/** How many open findings there are of each severity, worst first; none where there is none. */
export function openCounts(findings: readonly Finding[]): Map<Severity, number> {
  const open = findings.filter(({ suppressed }) => suppressed === null)
  const by = Map.groupBy(open, ({ checkId }) => checkById(checkId)?.severity)
  return new Map(
    severities.flatMap((severity) => (by.has(severity) ? [[severity, by.get(severity)?.length ?? 0]] : [])),
  )
}
