'use client'

import { Download, ShieldCheck } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { DetailsSkeleton } from '#components/details/details-skeleton.tsx'
import { useDetails } from '#components/details/use-details.ts'
import { DataTable } from '#components/data-table/data-table.tsx'
import { rowOrder, withOrder } from '#components/data-table/row-order.ts'
import { shownOf } from '#components/data-table/shown-of.ts'
import { selectionCommands } from '#components/data-table/table-commands.ts'
import { TableOptions } from '#components/data-table/table-options.tsx'
import { useOrderedRows } from '#components/data-table/use-ordered-rows.ts'
import { useRowSelection } from '#components/data-table/use-row-selection.ts'
import { download } from '#components/download.ts'
import { Freshness } from '#components/freshness/freshness.tsx'
import { failureOf } from '#components/reading.ts'
import { RegionFailures } from '#components/region-failures.tsx'
import { Button } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useUrlSearch } from '#components/use-url-search.ts'
import {
  findingFilter,
  findingFilterQuery,
  keyOfFinding,
  matchesFilter,
  type FindingFilter,
} from '#lib/findings/finding-filter.ts'
import { poolCounts } from '#lib/findings/pool-counts.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { findingColumns, nameOfFinding } from './finding-columns.tsx'
import { FindingFilterBar } from './finding-filter-bar.tsx'
import { FindingStrip } from './finding-strip.tsx'
import { Unchecked } from './unchecked.tsx'
import { useFindings } from './use-findings.ts'
import { grouped } from '#lib/core/grouped.ts'

const FindingSelectionBar = dynamic(() => import('./finding-selection-bar.tsx'), { ssr: false })
const FindingDetails = dynamic(() => import('./finding-details.tsx'), { loading: DetailsSkeleton })

/** The findings on all pools of a connection in one table, as the pools are checked. */
export function FindingTable({ connection }: { connection: ConnectionSummary }) {
  const [search, replaceSearch] = useUrlSearch()
  const filter = findingFilter(search)
  const details = useDetails()
  const { findings, reports, unchecked, regions, pools, pending, retrying, retry } = useFindings(connection)
  const [filled, setFilled] = useState(!pending)
  if (!pending && !filled) setFilled(true)
  // Filled once: rows that a later report pushes down are hard to read and to press.
  const columns = findingColumns(connection.id, details)
  const matching = (filled ? findings : []).filter((finding) => matchesFilter(finding, filter))
  const shown = useOrderedRows(matching, columns)
  const order = useMemo(() => shown.map(keyOfFinding), [shown])
  const selection = useRowSelection(`findings ${connection.id}`, order, {
    onOpen: details.show,
    onDelete: () => undefined,
  })
  const selected = findings.filter((finding) => selection.ids.has(keyOfFinding(finding)))
  useCommands('Table of findings', selectionCommands)
  const open = findings.filter(({ finding }) => finding.suppressed === null).length
  const unread = unchecked.length > 0 || regions.some(({ query }) => failureOf(query))
  const isUnknown = unread && reports.length === 0
  const incomplete = unread || reports.some(({ notRun, notes }) => notRun.length + notes.length > 0)
  const setFilter = (next: FindingFilter) => replaceSearch(withOrder(findingFilterQuery(next), rowOrder(search)))

  async function exportCsv() {
    const { findingsCsv } = await import('#lib/findings/findings-csv.ts')
    download(`findings-${connection.id}.csv`, 'text/csv', findingsCsv(shown, reports, unchecked))
  }

  return (
    <div className="flex flex-col sm:h-[calc(100dvh-6.125rem)]">
      <PageHeader
        title="Findings"
        meta={
          <span role="status">
            {pending
              ? `Checked ${reports.length} of ${pools.length} pools…`
              : isUnknown
                ? `Nothing is known of the pools of ${connection.name}`
                : told(open, reports.length, unread, connection.name)}
          </span>
        }
        actions={
          <>
            <Freshness />
            <Button icon={<Download />} disabled={pending} onClick={() => void exportCsv()}>
              Export CSV
            </Button>
          </>
        }
      />
      <FindingFilterBar filter={filter} suppressed={findings.length - open} pools={pools} onChange={setFilter}>
        <TableOptions
          table="Findings"
          columns={columns}
          said={filled && !isUnknown ? shownOf(shown.length, findings.length, 'finding') : ''}
          cells={async () => (await import('./finding-cells.ts')).findingCells(shown)}
          fileName={null}
        />
      </FindingFilterBar>
      {pools.length > 0 && (
        <FindingStrip
          counts={filled ? poolCounts(reports, unchecked) : null}
          pools={pools.length}
          filter={filter}
          onFilter={setFilter}
        />
      )}
      <RegionFailures regions={regions} />
      <Unchecked
        reports={reports}
        unchecked={unchecked}
        pending={!filled}
        isUnknown={isUnknown}
        retrying={retrying}
        onRetry={retry}
      />
      <DataTable
        caption="Findings"
        columns={columns}
        rows={shown}
        keyOf={keyOfFinding}
        nameOf={nameOfFinding}
        selection={selection}
        opened={details.key}
        reading={{ pending }}
        className={`min-h-64 max-sm:max-h-[80dvh] ${selected.length > 0 ? 'pb-14' : ''}`}
        words={{
          loading: 'Checking pools…',
          filtered: findings.length > 0 && {
            title: 'No finding matches the filter',
            clear: {
              label: 'Show all findings',
              onClear: () => setFilter({ text: '', severity: null, pool: null, suppressed: true }),
            },
          },
          incomplete:
            incomplete &&
            (isUnknown
              ? 'No pool could be checked. See above.'
              : 'Nothing was found where the checks could look. See above.'),
          empty: {
            icon: <ShieldCheck />,
            title: 'No findings',
            text: 'Every check ran on every pool and found nothing.',
          },
        }}
      />
      {selection.ids.size > 0 && (
        <FindingSelectionBar
          connectionId={connection.id}
          findings={selected}
          onClear={selection.clear}
          onShown={selection.uncover}
        />
      )}
      {details.key !== null && (
        <FindingDetails
          details={details}
          of={details.key}
          connectionId={connection.id}
          findings={findings}
          order={shown.map(keyOfFinding)}
          pending={pending}
        />
      )}
    </div>
  )
}

/** How much was found where the checks could look. */
function told(findings: number, pools: number, unread: boolean, connection: string): string {
  const found = findings === 1 ? '1 open finding' : `${grouped(findings)} open findings`
  const checked = pools === 1 ? '1 pool' : `${grouped(pools)} pools`
  return `${found} on ${checked} of ${connection}${unread ? ', of others nothing is known' : ''}`
}
