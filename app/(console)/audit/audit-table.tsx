'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Download, RotateCw, ScrollText } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { DataTable } from '#components/data-table/data-table.tsx'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { useUrlSearch } from '#components/use-url-search.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { buttonClass } from '#components/ui/button-class.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { consoleSession } from '#lib/connections/queries.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { auditFilter, auditFilterQuery, everything, unreadFilter, type AuditFilter } from '#lib/history/audit-filter.ts'
import { auditLog } from '#lib/history/queries.ts'
import { auditColumns } from './audit-columns.tsx'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import { SearchProgress } from './search-progress.tsx'

const EntryDialog = dynamic(() => import('./entry-dialog.tsx'), { ssr: false })

const failed = { all: 'The audit log could not be read', next: 'Earlier entries could not be read' }

/** Who did what to what, when, with what outcome. */
export function AuditTable() {
  const [search, replaceSearch] = useUrlSearch()
  const filter = auditFilter(search)
  const asked = auditFilterQuery(filter)
  const unread = unreadFilter(search)
  const query = useInfiniteQuery(auditLog(filter))
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const [stoppedAt, setStoppedAt] = useState<string | null>(null)
  const stopped = stoppedAt === asked && query.hasNextPage
  const show = (next: AuditFilter) => {
    setStoppedAt(null)
    replaceSearch(auditFilterQuery(next))
  }
  const reasonBox = useRef<HTMLInputElement>(null)
  // Where both are asked, the words are meant for the changes.
  const isOfReason = filter.text !== '' && filter.reason === ''
  function lookInReasons() {
    flushSync(() => show({ ...filter, text: '', reason: filter.text }))
    reasonBox.current?.focus()
  }
  const pages = query.data?.pages ?? []
  const entries = pages.flatMap((page) => page.entries)
  const backTo = pages.at(-1)?.searchedBackTo ?? null
  const reading = pagedReading(query, failed)
  const columns = auditColumns({
    onOpen: setOpened,
    words: filter.text.split(/\s+/).filter(Boolean),
    connectionName: (id) => connections.find((connection) => connection.id === id)?.name ?? id,
  })
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
            <a href={`/api/audit${asked}`} download className={buttonClass('secondary', 'md')}>
              <Download />
              Export CSV
            </a>
          </>
        }
      />
      {unread.length > 0 && (
        <Callout tone="warning" title="Part of the address is not understood and left out" className="mb-3">
          <SentenceList sentences={unread} />
        </Callout>
      )}
      <AuditFilterBar filter={filter} connections={connections} reasonBox={reasonBox} onChange={show} />
      {backTo !== null && (
        <SearchProgress backTo={backTo} stopped={stopped} onStop={(stop) => setStoppedAt(stop ? asked : null)} />
      )}
      <DataTable
        caption="Audit log"
        columns={columns}
        rows={entries}
        keyOf={({ operationId }) => operationId}
        reading={stopped ? { ...reading, pending: false, fetching: false, more: null } : reading}
        className="h-[calc(100dvh-18rem)] min-h-80"
        words={{
          loading: 'Loading the audit log…',
          all: (count) =>
            stopped
              ? `${count.toLocaleString('en')} found so far.`
              : count === 1
                ? '1 entry'
                : `All ${count.toLocaleString('en')} entries are loaded.`,
          filtered: asked !== '' && {
            title: stopped ? 'No entry that was looked at matches the filter' : 'No entry matches the filter',
            clear: {
              label: 'Show all entries',
              onClear: () => show(everything),
            },
            ...(isOfReason && {
              text: 'These words were looked for in what was changed. Reasons and ticket numbers have a box of their own.',
              also: <Button onClick={lookInReasons}>Look for it in reasons and tickets</Button>,
            }),
          },
          empty: {
            icon: <ScrollText />,
            title: 'Nothing was changed yet',
            text: 'Every change made through Lifeguard appears here.',
          },
        }}
      />
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
