'use client'

import { Download, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { DataTable } from '#components/data-table/data-table.tsx'
import { download } from '#components/download.ts'
import { failureOf } from '#components/reading.ts'
import { RegionFailures } from '#components/region-failures.tsx'
import { Button } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useUrlSearch } from '#components/use-url-search.ts'
import { findingFilter, findingFilterQuery, matchesFilter, type FindingFilter } from '#lib/findings/finding-filter.ts'
import { findingKey } from '#lib/findings/report.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { findingColumns } from './finding-columns.tsx'
import { FindingFilterBar } from './finding-filter-bar.tsx'
import { Unchecked } from './unchecked.tsx'
import { useFindings } from './use-findings.ts'

/** The findings on all pools of a connection in one table, as the pools are checked. */
export function FindingTable({ connection }: { connection: ConnectionSummary }) {
  const [search, replaceSearch] = useUrlSearch()
  const filter = findingFilter(search)
  const { findings, reports, unchecked, regions, pools, pending, retrying, retry } = useFindings(connection)
  const [filled, setFilled] = useState(!pending)
  if (!pending && !filled) setFilled(true)
  // Filled once: rows that a later report pushes down are hard to read and to press.
  const shown = (filled ? findings : []).filter((finding) => matchesFilter(finding, filter))
  const open = findings.filter(({ finding }) => finding.suppressed === null).length
  const unread = unchecked.length > 0 || regions.some(({ query }) => failureOf(query))
  const incomplete = unread || reports.some(({ notRun, notes }) => notRun.length + notes.length > 0)
  const setFilter = (next: FindingFilter) => replaceSearch(findingFilterQuery(next))

  async function exportCsv() {
    const { findingsCsv } = await import('#lib/findings/findings-csv.ts')
    download(`findings-${connection.id}.csv`, 'text/csv', findingsCsv(shown, reports, unchecked))
  }

  return (
    <>
      <PageHeader
        title="Findings"
        meta={
          <span role="status">
            {pending
              ? `Checked ${reports.length} of ${pools} pools…`
              : told(open, reports.length, unread, connection.name)}
          </span>
        }
        actions={
          <Button icon={<Download />} disabled={pending} onClick={() => void exportCsv()}>
            Export CSV
          </Button>
        }
      />
      <FindingFilterBar filter={filter} suppressed={findings.length - open} onChange={setFilter} />
      <RegionFailures regions={regions} />
      <Unchecked reports={reports} unchecked={unchecked} pending={!filled} retrying={retrying} onRetry={retry} />
      <DataTable
        caption="Findings"
        columns={findingColumns(connection.id)}
        rows={shown}
        keyOf={({ finding, pool }) => `${pool.poolId} ${findingKey(finding)}`}
        reading={{ pending }}
        className="max-h-[calc(100dvh-14rem)] min-h-40"
        words={{
          loading: 'Checking pools…',
          filtered: findings.length > 0 && {
            title: 'No finding matches the filter',
            clear: {
              label: 'Show all findings',
              onClear: () => setFilter({ text: '', severity: null, suppressed: true }),
            },
          },
          incomplete: incomplete && 'Nothing was found where the checks could look. See above.',
          empty: {
            icon: <ShieldCheck />,
            title: 'No findings',
            text: 'Every check ran on every pool and found nothing.',
          },
        }}
      />
    </>
  )
}

/** Of pools that could not be read no number is told. */
function told(findings: number, pools: number, unread: boolean, connection: string): string {
  if (unread && pools === 0) return `Nothing is known of the pools of ${connection}`
  const found = findings === 1 ? '1 open finding' : `${findings.toLocaleString('en')} open findings`
  const checked = pools === 1 ? '1 pool' : `${pools.toLocaleString('en')} pools`
  return `${found} on ${checked} of ${connection}${unread ? ', of others nothing is known' : ''}`
}
