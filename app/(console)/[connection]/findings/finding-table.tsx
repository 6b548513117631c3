'use client'

import { Download, SearchX, ShieldCheck } from 'lucide-react'
import { RowWindow } from '#components/data-table/row-window.tsx'
import { download } from '#components/download.ts'
import { RegionFailures } from '#components/region-failures.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import { Th } from '#components/ui/th.tsx'
import { useUrlSearch } from '#components/use-url-search.ts'
import { findingFilter, findingFilterQuery, matchesFilter, type FindingFilter } from '#lib/findings/finding-filter.ts'
import { findingKey } from '#lib/findings/report.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { FindingFilterBar } from './finding-filter-bar.tsx'
import { FindingRow } from './finding-row.tsx'
import { Unchecked } from './unchecked.tsx'
import { useFindings } from './use-findings.ts'

const COLUMNS = 5

/** The findings on all pools of a connection in one table, as the pools are checked. */
export function FindingTable({ connection }: { connection: ConnectionSummary }) {
  const [search, replaceSearch] = useUrlSearch()
  const filter = findingFilter(search)
  const { findings, reports, unchecked, regions, pools, pending, retrying, retry } = useFindings(connection)
  const shown = findings.filter((finding) => matchesFilter(finding, filter))
  const open = findings.filter(({ finding }) => finding.suppressed === null).length
  const incomplete =
    unchecked.length > 0 ||
    regions.some(({ error }) => error !== null) ||
    reports.some(({ notRun, notes }) => notRun.length + notes.length > 0)
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
              : `${open === 1 ? '1 open finding' : `${open.toLocaleString('en')} open findings`} on ${reports.length === 1 ? '1 pool' : `${reports.length.toLocaleString('en')} pools`} of ${connection.name}`}
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
      <Unchecked reports={reports} unchecked={unchecked} retrying={retrying} onRetry={retry} />
      <RowWindow
        caption="Findings"
        columns={COLUMNS}
        count={shown.length}
        complete={!pending}
        className="max-h-[calc(100dvh-14rem)] min-h-40"
        head={
          <tr aria-rowindex={1}>
            <Th className="w-24">Severity</Th>
            <Th className="w-80">Finding</Th>
            <Th className="w-52">Pool</Th>
            <Th className="w-32">Region</Th>
            <Th className="w-96">Evidence</Th>
          </tr>
        }
        rowKey={(index) => keyOf(shown[index]) ?? String(index)}
        renderRow={(index) => {
          const row = shown[index]
          return row ? <FindingRow {...row} connectionId={connection.id} index={index} /> : null
        }}
        foot={
          shown.length === 0 && (
            <TableEnd
              pending={pending}
              incomplete={incomplete}
              filtered={findings.length > 0}
              onClear={() => setFilter({ text: '', severity: null, suppressed: true })}
            />
          )
        }
      />
    </>
  )
}

const keyOf = (row: ReturnType<typeof useFindings>['findings'][number] | undefined) =>
  row && `${row.pool.poolId} ${findingKey(row.finding)}`

type TableEndProps = { pending: boolean; incomplete: boolean; filtered: boolean; onClear: () => void }

function TableEnd({ pending, incomplete, filtered, onClear }: TableEndProps) {
  if (pending)
    return (
      <p role="status" className="flex h-9 items-center gap-2 px-3 text-soft">
        <Spinner /> Checking pools…
      </p>
    )
  if (filtered)
    return (
      <EmptyState
        icon={<SearchX />}
        title="No finding matches the filter"
        action={<Button onClick={onClear}>Show all findings</Button>}
      />
    )
  if (incomplete)
    return <p className="px-3 py-6 text-center text-soft">Nothing was found where the checks could look. See above.</p>
  return (
    <EmptyState icon={<ShieldCheck />} title="No findings" text="Every check ran on every pool and found nothing." />
  )
}
