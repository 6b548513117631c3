import { checkById } from './all-checks.ts'
import { severities, type Severity } from './check.ts'
import { findingKey, type Finding, type PoolReport } from './report.ts'

/** What the page of findings shows; it is kept in the address. `pool`: the id of one. */
export type FindingFilter = { text: string; severity: Severity | null; pool: string | null; suppressed: boolean }

/** A finding with the pool that it is on. */
export type PoolFinding = { finding: Finding; pool: Pick<PoolReport, 'poolId' | 'name' | 'region'> }

/** What a finding is called among those of all pools. */
export const keyOfFinding = ({ finding, pool }: PoolFinding): string => `${pool.poolId} ${findingKey(finding)}`

export function findingFilter(search: URLSearchParams): FindingFilter {
  const severity = search.get('severity')
  return {
    text: search.get('q') ?? '',
    severity: severities.find((known) => known === severity) ?? null,
    pool: search.get('pool'),
    suppressed: search.get('suppressed') === 'true',
  }
}

/** The same as an address has it, `?` included; empty when everything is shown. */
export function findingFilterQuery({ text, severity, pool, suppressed }: FindingFilter): string {
  const search = new URLSearchParams()
  if (text !== '') search.set('q', text)
  if (severity !== null) search.set('severity', severity)
  if (pool !== null) search.set('pool', pool)
  if (suppressed) search.set('suppressed', 'true')
  return search.size > 0 ? `?${search.toString()}` : ''
}

/** Whether the filter shows a finding: the text may be in its words, its evidence or its pool. */
export function matchesFilter({ finding, pool }: PoolFinding, filter: FindingFilter): boolean {
  const { text, severity, suppressed } = filter
  const check = checkById(finding.checkId)
  if (finding.suppressed !== null && !suppressed) return false
  if (severity !== null && check?.severity !== severity) return false
  if (filter.pool !== null && filter.pool !== pool.poolId) return false
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const said = [check?.title, finding.checkId, finding.evidence, pool.name, pool.poolId].join(' ').toLowerCase()
  return words.every((word) => said.includes(word))
}
