'use client'

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { DataTable } from '#components/data-table/data-table.tsx'
import type { ListWords } from '#components/data-table/list-end.tsx'
import { pagedReading, type ListReading } from '#components/data-table/list-reading.ts'
import { TableOptions } from '#components/data-table/table-options.tsx'
import { useRowSelection } from '#components/data-table/use-row-selection.ts'
import { useDetails } from '#components/details/use-details.ts'
import { ScanState } from '#components/identity-index/scan-state.tsx'
import { useScans } from '#components/identity-index/use-scans.ts'
import { QueryFailure } from '#components/query-failure.tsx'
import { UnreadFilter } from '#components/identity-index/unread-filter.tsx'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import { useUrlSearch } from '#components/use-url-search.ts'
import { errorShape } from '#lib/core/errors.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { renewIndex } from '#lib/identity-index/cached-index.ts'
import { identityIndexKeys, indexCount, indexedIdentities } from '#lib/identity-index/queries.ts'
import { everyIdentity, type IndexFilter } from '#lib/identity-index/schema.ts'
import IdentitySelectionBar from './identity-selection-bar.tsx'
import { indexAsked, indexQuery } from '#components/identity-index/index-asked.ts'
import { indexColumns } from './index-columns.ts'
import { IndexFilterBar } from './index-filter-bar.tsx'
import { IndexNote } from '#components/identity-index/index-note.tsx'
import { IndexToolbar } from './index-toolbar.tsx'
import { allSelected } from './all-selected.ts'
import { grouped } from '#lib/core/grouped.ts'

const DeleteIdentitiesDialog = dynamic(() => import('#components/delete-identities/delete-identities-dialog.tsx'), {
  ssr: false,
})
const DeleteByFilterDialog = dynamic(() => import('#components/delete-by-filter/delete-by-filter-dialog.tsx'), {
  ssr: false,
})
const IdentityDetails = dynamic(() => import('./identity-details.tsx'))

const failed = { all: 'The index could not be read', next: 'The next identities of the index could not be read' }
const none: readonly Identity[] = []

/** What is to be deleted: chosen rows, or all that the filter has. */
type Deleting = { ids: string[] } | 'all' | null

/** A pool's identities as its last scan found them: filtered, sorted, counted. */
export default function IndexTable({ pool }: { pool: PoolRef }) {
  const { connectionId } = pool
  const router = useRouter()
  const client = useQueryClient()
  const [search, replaceSearch] = useUrlSearch()
  const { filter, unread, sort } = indexAsked((key) => search.get(key))
  const asked = filter ?? everyIdentity
  const { scans, query: scansQuery } = useScans(pool)
  const isIndexed = scans !== null && scans.complete !== null
  const enabled = isIndexed && filter !== null
  const list = useInfiniteQuery({ ...indexedIdentities(pool, asked, sort), enabled })
  const count = useQuery({ ...indexCount(pool, asked), enabled })
  const { pages } = (enabled && list.data) || {}
  const rows = useMemo(() => pages?.flatMap(({ identities }) => identities) ?? none, [pages])
  const order = useMemo(() => rows.map(({ identityId }) => identityId), [rows])
  const columns = useMemo(() => indexColumns(connectionId), [connectionId])
  const denied = useDenial(connectionId, 'identities:delete')
  const [deleting, setDeleting] = useState<Deleting>(null)
  const [allOf, setAllOf] = useState<string | null>(null)
  const key = JSON.stringify(asked)
  const own = useRowSelection(identityIndexKeys.pool(pool).join(' '), order, {
    onOpen: (identityId) => router.push(identityPath({ connectionId, identityId })),
    onDelete: (ids) => denied === null && setDeleting({ ids }),
  })
  const matching = enabled ? (count.data?.total ?? null) : null
  const isAll = allOf === key && matching !== null && matching > 0
  const selection = isAll
    ? allSelected(own, order, { leave: () => setAllOf(null), remove: () => denied === null && setDeleting('all') })
    : own
  const details = useDetails()
  const change = (next: IndexFilter) => replaceSearch(indexQuery(search, next))
  const selected = isAll ? matching : own.ids.size

  return (
    <>
      <IndexToolbar
        pool={pool}
        matching={matching}
        scan={scans?.complete ?? null}
        selected={selected}
        listed={isAll ? matching : selection.listed}
        filter={filter}
        onFilter={change}
        onDelete={isIndexed && filter !== null ? () => setDeleting('all') : null}
        denied={denied}
      >
        <TableOptions
          table="Identities"
          columns={columns}
          cells={async () => (await import('./identity-cells.ts')).identityCells(rows)}
          fileName={`identities-${pool.poolId.replace(':', '-')}.csv`}
        />
      </IndexToolbar>
      <QueryFailure query={scansQuery} title="The scans of this pool could not be read" />
      <ScanState pool={pool} />
      {isIndexed && <IndexFilterBar pool={pool} filter={asked} onChange={change} />}
      {unread !== null && <UnreadFilter why={unread} onShowAll={() => change(everyIdentity)} />}
      {isIndexed && filter !== null && (
        <div className="relative">
          <DataTable
            caption="Identities"
            columns={columns}
            rows={rows}
            keyOf={({ identityId }) => identityId}
            reading={readingOf(pagedReading(list, failed), () => renewIndex(client, pool))}
            words={wordsOf(key !== JSON.stringify(everyIdentity), () => change(everyIdentity))}
            selection={selection}
            opened={details.key}
            onOpen={details.show}
            ordered
            className="h-[calc(100dvh-24rem)] min-h-80 pb-14"
          />
          {selected > 0 && (
            <IdentitySelectionBar
              connectionId={connectionId}
              count={selected}
              chosen={selection.chosen}
              isAll={isAll}
              more={
                !isAll &&
                matching !== null &&
                matching > own.ids.size && (
                  <Button variant="ghost" onClick={() => setAllOf(key)}>
                    {`Select all ${grouped(matching)} matching`}
                  </Button>
                )
              }
              denied={denied}
              onDelete={selection.remove}
              onClear={selection.clear}
              onShown={selection.uncover}
            />
          )}
        </div>
      )}
      {isIndexed && <IndexNote />}
      {details.key !== null && (
        <IdentityDetails details={details} identityId={details.key} pool={pool} rows={rows} order={order} />
      )}
      {deleting === 'all' && filter !== null && (
        <DeleteByFilterDialog pool={pool} filter={filter} onClose={() => setDeleting(null)} />
      )}
      {deleting !== null && deleting !== 'all' && (
        <DeleteIdentitiesDialog
          connectionId={connectionId}
          pool={pool}
          identityIds={deleting.ids}
          onDeleted={() => undefined}
          onClose={() => setDeleting(null)}
        />
      )}
    </>
  )
}

/** What a newer scan has replaced is read again from its beginning. */
function readingOf(reading: ListReading, renew: () => void): ListReading {
  const { failure } = reading
  if (!failure || errorShape(failure.error).code !== 'CONFLICT') return reading
  return { ...reading, failure: { ...failure, retry: renew } }
}

const wordsOf = (isFiltered: boolean, onClear: () => void): ListWords => ({
  loading: 'Loading identities…',
  all: (count) => `All ${identityCount(count)} that match are loaded.`,
  filtered: isFiltered && {
    title: 'No identity matches the filter',
    text: 'The scan found none like this.',
    clear: { label: 'Clear filters', onClear },
  },
  empty: {
    icon: <UsersRound />,
    title: 'The scan found no identities',
    text: 'Scan the pool again to see those that came since.',
  },
})
