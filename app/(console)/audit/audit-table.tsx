'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Download, ScrollText } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { DetailsSkeleton } from '#components/details/details-skeleton.tsx'
import { useDetails } from '#components/details/use-details.ts'
import { DataTable } from '#components/data-table/data-table.tsx'
import { rowOrder, withOrder } from '#components/data-table/row-order.ts'
import { TableOptions } from '#components/data-table/table-options.tsx'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { useOrderedRows } from '#components/data-table/use-ordered-rows.ts'
import { Freshness } from '#components/freshness/freshness.tsx'
import { useRoleDenial } from '#components/use-role-denial.ts'
import { useUrlSearch } from '#components/use-url-search.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { buttonClass } from '#components/ui/button-class.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { consoleSession } from '#lib/connections/queries.ts'
import { auditFilter, auditFilterQuery, everything, unreadFilter, type AuditFilter } from '#lib/history/audit-filter.ts'
import { keptSinceSaid } from '#lib/history/kept-since.ts'
import { auditLog } from '#lib/history/queries.ts'
import { auditColumns } from './audit-columns.tsx'
import { AuditBars } from './audit-bars.tsx'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import { SearchProgress } from './search-progress.tsx'
import { grouped } from '#lib/core/grouped.ts'

const EntryDetails = dynamic(() => import('./entry-details.tsx'), { loading: DetailsSkeleton })

const failed = { all: 'The audit log could not be read', next: 'Earlier entries could not be read' }

const unordered: never[] = []

/** Who did what to what, when, with what outcome. */
export function AuditTable() {
  const [search, replaceSearch] = useUrlSearch()
  const filter = auditFilter(search)
  const asked = auditFilterQuery(filter)
  const unread = unreadFilter(search)
  const query = useInfiniteQuery(auditLog(filter))
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const denied = useRoleDenial(filter.connection ?? null, 'audit:export')
  const details = useDetails()
  const [stoppedAt, setStoppedAt] = useState<string | null>(null)
  const stopped = stoppedAt === asked && query.hasNextPage
  const show = (next: AuditFilter) => {
    setStoppedAt(null)
    replaceSearch(withOrder(auditFilterQuery(next), rowOrder(search)))
  }
  const reasonBox = useRef<HTMLInputElement>(null)
  // Where both are asked, the words are meant for the changes.
  const isOfReason = filter.text !== '' && filter.reason === ''
  function lookInReasons() {
    flushSync(() => show({ ...filter, text: '', reason: filter.text }))
    reasonBox.current?.focus()
  }
  const pages = query.data?.pages ?? []
  const read = pages.flatMap((page) => page.entries)
  const backTo = pages.at(-1)?.searchedBackTo ?? null
  const removed = keptSinceSaid(pages.at(-1)?.keptSince ?? null)
  const reading = pagedReading(query, failed)
  const connectionName = (id: string) => connections.find((connection) => connection.id === id)?.name ?? id
  const columns = auditColumns({
    details,
    words: filter.text.split(/\s+/).filter(Boolean),
    connectionName,
  })
  // A part of the log is not sorted without the rest.
  const entries = useOrderedRows(read, query.hasNextPage ? unordered : columns)
  return (
    <>
      <PageHeader
        title="Audit log"
        meta={<span>Everything that was changed through Lifeguard, or refused; times are UTC.</span>}
        actions={
          <>
            <Freshness />
            {denied === null ? (
              <a href={`/api/audit${asked}`} download className={buttonClass('secondary', 'md')}>
                <Download />
                Export CSV
              </a>
            ) : (
              <Button icon={<Download />} denied={denied}>
                Export CSV
              </Button>
            )}
            <TableOptions
              table="Audit log"
              columns={columns}
              said={`${grouped(entries.length)} loaded`}
              cells={async () => (await import('./audit-cells.ts')).auditCells(entries, connectionName)}
              fileName={null}
            />
          </>
        }
      />
      {unread.length > 0 && (
        <Callout tone="warning" title="Part of the address is not understood and left out" className="mb-3">
          <SentenceList sentences={unread} />
        </Callout>
      )}
      <AuditFilterBar filter={filter} connections={connections} reasonBox={reasonBox} onChange={show} />
      <AuditBars filter={filter} onChange={show} />
      {backTo !== null && (
        <SearchProgress backTo={backTo} stopped={stopped} onStop={(stop) => setStoppedAt(stop ? asked : null)} />
      )}
      <DataTable
        caption="Audit log"
        columns={columns}
        rows={entries}
        keyOf={({ operationId }) => operationId}
        reading={stopped ? { ...reading, pending: false, fetching: false, more: null } : reading}
        opened={details.key}
        className="h-[calc(100dvh-25.25rem)] min-h-80"
        words={{
          loading: 'Loading the audit log…',
          all: (count) =>
            stopped
              ? `${grouped(count)} found so far.`
              : [count === 1 ? '1 entry' : `All ${grouped(count)} entries are loaded.`, removed]
                  .filter(Boolean)
                  .join(' '),
          filtered: asked !== '' && {
            title: stopped ? 'No entry that was looked at matches the filter' : 'No entry matches the filter',
            clear: {
              label: 'Show all entries',
              onClear: () => show(everything),
            },
            ...(removed !== null && { text: removed }),
            ...(isOfReason && {
              text: 'These words were looked for in what was changed. Reasons and ticket numbers have a box of their own.',
              also: <Button onClick={lookInReasons}>Look for it in reasons and tickets</Button>,
            }),
          },
          empty: {
            icon: <ScrollText />,
            title: 'Nothing was changed yet',
            text: removed ?? 'Every change made through Lifeguard appears here.',
          },
        }}
      />
      {details.key !== null && <EntryDetails details={details} operationId={details.key} entries={entries} />}
    </>
  )
}
