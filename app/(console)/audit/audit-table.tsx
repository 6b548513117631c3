'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Download, RotateCw, ScrollText, SearchX } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { RowWindow } from '#components/data-table/row-window.tsx'
import { useUrlSearch } from '#components/use-url-search.ts'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { buttonClass } from '#components/ui/button-class.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import { Th } from '#components/ui/th.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { auditFilter, auditFilterQuery, type AuditFilter } from '#lib/history/audit-filter.ts'
import { auditLog } from '#lib/history/queries.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import { AuditRow } from './audit-row.tsx'

const EntryDialog = dynamic(() => import('./entry-dialog.tsx'), { ssr: false })

const COLUMNS = 6
const EVERYTHING: AuditFilter = { text: '', connection: null, outcome: null }

/** Who did what to what, when, with what outcome. */
export function AuditTable() {
  const [search, replaceSearch] = useUrlSearch()
  const filter = auditFilter(search)
  const show = (next: AuditFilter) => replaceSearch(auditFilterQuery(next))
  const query = useInfiniteQuery(auditLog(filter))
  const session = useQuery(consoleSession())
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const [cleared, setCleared] = useState(0)
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <PageHeader
        title="Audit log"
        meta={<span>Everything that was changed through Lifeguard, or refused; times are UTC.</span>}
        actions={
          <>
            <Button
              icon={<RotateCw />}
              pending={query.isRefetching && !query.isFetchingNextPage}
              onClick={() => void query.refetch()}
            >
              Refresh
            </Button>
            <a href={`/api/audit${auditFilterQuery(filter)}`} download className={buttonClass('secondary', 'md')}>
              <Download />
              Export CSV
            </a>
          </>
        }
      />
      <AuditFilterBar key={cleared} filter={filter} connections={session.data?.connections ?? []} onChange={show} />
      <RowWindow
        caption="Audit log"
        columns={COLUMNS}
        count={entries.length}
        complete={!hasNextPage && !isFetching}
        className="h-[calc(100dvh-14rem)] min-h-80"
        onNearEnd={() => {
          if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
        }}
        head={
          <tr aria-rowindex={1}>
            <Th className="w-40">Started (UTC)</Th>
            <Th className="w-56">Operation</Th>
            <Th className="w-28">Outcome</Th>
            <Th className="w-52">Actor</Th>
            <Th className="w-36">Connection</Th>
            <Th className="w-96">Pool or identity</Th>
          </tr>
        }
        rowKey={(index) => entries[index]?.operationId ?? String(index)}
        renderRow={(index) => {
          const entry = entries[index]
          return entry ? <AuditRow entry={entry} index={index} onOpen={() => setOpened(entry)} /> : null
        }}
        foot={
          <TableEnd
            query={query}
            loaded={entries.length}
            filtered={auditFilterQuery(filter) !== ''}
            onClear={() => {
              show(EVERYTHING)
              setCleared(cleared + 1)
            }}
          />
        }
      />
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

type TableEndProps = {
  query: ReturnType<typeof useInfiniteQuery>
  loaded: number
  filtered: boolean
  onClear: () => void
}

function TableEnd({ query, loaded, filtered, onClear }: TableEndProps) {
  const failure = query.error ?? query.failureReason
  if (failure)
    return (
      <FailureState
        title={loaded > 0 ? 'Earlier entries could not be read' : 'The audit log could not be read'}
        error={failure}
        compact={loaded > 0}
        retrying={query.isFetching}
        onRetry={() => void (loaded > 0 ? query.fetchNextPage() : query.refetch())}
      />
    )
  if (query.isFetching || query.hasNextPage)
    return (
      <p role="status" className="flex h-9 items-center gap-2 px-3 text-soft">
        <Spinner /> Loading the audit log…
      </p>
    )
  if (loaded > 0)
    return (
      <p role="status" className="flex h-9 items-center px-3 text-xs text-faint">
        {loaded === 1 ? '1 entry' : `All ${loaded.toLocaleString('en')} entries are loaded.`}
      </p>
    )
  return filtered ? (
    <EmptyState
      icon={<SearchX />}
      title="No entry matches the filter"
      action={<Button onClick={onClear}>Show all entries</Button>}
    />
  ) : (
    <EmptyState
      icon={<ScrollText />}
      title="Nothing was changed yet"
      text="Every change made through Lifeguard appears here."
    />
  )
}
