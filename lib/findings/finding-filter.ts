import { checkById } from './all-checks.ts'
import { severities, type Severity } from './check.ts'
import type { Finding, PoolReport } from './report.ts'

/** What the page of findings shows; it is kept in the address. */
export type FindingFilter = { text: string; severity: Severity | null; suppressed: boolean }

/** A finding with the pool that it is on. */
export type PoolFinding = { finding: Finding; pool: Pick<PoolReport, 'poolId' | 'name' | 'region'> }

export function findingFilter(search: URLSearchParams): FindingFilter {
  const severity = search.get('severity')
  return {
    text: search.get('q') ?? '',
    severity: severities.find((known) => known === severity) ?? null,
    suppressed: search.get('suppressed') === 'true',
  }
}

/** The same as an address has it, `?` included; empty when everything is shown. */
export function findingFilterQuery({ text, severity, suppressed }: FindingFilter): string {
  const search = new URLSearchParams()
  if (text !== '') search.set('q', text)
  if (severity !== null) search.set('severity', severity)
  if (suppressed) search.set('suppressed', 'true')
  return search.size > 0 ? `?${search.toString()}` : ''
}

/** Whether the filter shows a finding: the text may be in its words, its evidence or its pool. */
export function matchesFilter({ finding, pool }: PoolFinding, { text, severity, suppressed }: FindingFilter): boolean {
  const check = checkById(finding.checkId)
  if (finding.suppressed !== null && !suppressed) return false
  if (severity !== null && check?.severity !== severity) return false
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const said = [check?.title, finding.checkId, finding.evidence, pool.name, pool.poolId].join(' ').toLowerCase()
  return words.every((word) => said.includes(word))
}
