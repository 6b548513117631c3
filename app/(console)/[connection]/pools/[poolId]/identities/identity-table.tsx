'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { useDetails } from '#components/details/use-details.ts'
import { DataTable } from '#components/data-table/data-table.tsx'
import type { ListWords } from '#components/data-table/list-end.tsx'
import { rowAfter } from '#components/data-table/row-after.ts'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { rowOrder, withOrder } from '#components/data-table/row-order.ts'
import { tableCommands } from '#components/data-table/table-commands.ts'
import { TableOptions } from '#components/data-table/table-options.tsx'
import { useOrderedRows } from '#components/data-table/use-ordered-rows.ts'
import { useRowSelection } from '#components/data-table/use-row-selection.ts'
import { whenAtRest } from '#components/ui/at-rest.ts'
import { useDenial } from '#components/use-denial.ts'
import { useUrlSearch } from '#components/use-url-search.ts'
import { identityFilter, identityFilterQuery } from '#lib/identities/identity-filter.ts'
import { identityKeys, identityList } from '#lib/identities/queries.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { identityColumns } from './identity-columns.tsx'
import { IdentityToolbar } from './identity-toolbar.tsx'
import { grouped } from '#lib/core/grouped.ts'

const DeleteIdentitiesDialog = dynamic(() => import('#components/delete-identities/delete-identities-dialog.tsx'), {
  ssr: false,
})

const IdentityDetails = dynamic(() => import('./identity-details.tsx'))
const loadBar = () => import('./identity-selection-bar.tsx')
const IdentitySelectionBar = dynamic(loadBar, { ssr: false })

const failed = { all: 'The identities could not be read', next: 'The next identities could not be read' }

/** The service does not sort, and a part of the list is not sorted without the rest. */
const unordered: never[] = []

/** `next`: the row to go on with. `begun`: some are gone. */
type Deleting = { ids: string[]; next: string | null; begun: boolean }

/** A pool's identities: scroll, select, delete. */
export function IdentityTable({ pool }: { pool: PoolRef }) {
  const { connectionId } = pool
  const router = useRouter()
  const [search, replaceSearch] = useUrlSearch()
  const filter = identityFilter(Object.fromEntries(search))
  const query = useInfiniteQuery(identityList(pool, filter))
  const loaded = useMemo(() => query.data?.pages.flatMap((page) => page.identities) ?? [], [query.data])
  const columns = useMemo(() => identityColumns(connectionId), [connectionId])
  const rows = useOrderedRows(loaded, query.hasNextPage ? unordered : columns)
  const order = useMemo(() => rows.map(({ identityId }) => identityId), [rows])
  const [deleting, setDeleting] = useState<Deleting | null>(null)
  const denied = useDenial(connectionId, 'identities:delete')
  const selection = useRowSelection(identityKeys.pool(pool).join(' '), order, {
    onOpen: (identityId) => router.push(identityPath({ connectionId, identityId })),
    onDelete: (ids) => denied === null && setDeleting({ ids, next: rowAfter(order, ids), begun: false }),
  })
  const details = useDetails()
  const showCurrent = () => {
    const id = order[selection.current]
    if (id !== undefined) details.show(id)
  }
  useCommands('Table of identities', [
    ...tableCommands,
    { keys: 'o', words: 'Open the row beside the table', run: showCurrent },
  ])
  const opened = details.key === null ? -1 : order.indexOf(details.key)
  const { activate } = selection
  const follow = useEffectEvent(() => opened >= 0 && activate(opened))
  useEffect(() => void follow(), [opened])
  useEffect(() => whenAtRest(() => void Promise.all([loadBar(), import('./identity-details.tsx')])), [])
  const reading = pagedReading(query, failed)

  return (
    <>
      <IdentityToolbar
        pool={pool}
        hideDisabled={filter.hideDisabled}
        onHideDisabled={(hideDisabled) =>
          replaceSearch(withOrder(identityFilterQuery({ hideDisabled }), rowOrder(search)))
        }
        loaded={rows.length}
        selected={selection.ids.size}
        listed={selection.listed}
      >
        <TableOptions
          table="Identities"
          columns={columns}
          cells={async () => (await import('./identity-cells.ts')).identityCells(rows)}
          fileName={`identities-${pool.poolId.replace(':', '-')}.csv`}
        />
      </IdentityToolbar>
      <div className="relative -mb-4">
        <DataTable
          caption="Identities"
          columns={columns}
          rows={rows}
          keyOf={({ identityId }) => identityId}
          // What a deletion empties is not filled up behind it.
          reading={deleting ? { ...reading, more: null } : reading}
          words={wordsOf(filter.hideDisabled)}
          selection={selection}
          opened={details.key}
          onOpen={details.show}
          className="h-[calc(100dvh-16.0625rem)] min-h-80 pb-14"
        />
        {selection.ids.size > 0 && (
          <IdentitySelectionBar
            connectionId={connectionId}
            count={selection.ids.size}
            chosen={selection.chosen}
            denied={denied}
            onDelete={selection.remove}
            onClear={selection.clear}
            onShown={selection.uncover}
          />
        )}
      </div>
      {details.key !== null && (
        <IdentityDetails details={details} identityId={details.key} pool={pool} rows={rows} order={order} />
      )}
      {deleting && (
        <DeleteIdentitiesDialog
          connectionId={connectionId}
          pool={pool}
          identityIds={deleting.ids}
          onDeleted={() => setDeleting({ ...deleting, begun: true })}
          onClose={() => {
            if (deleting.begun) selection.goTo(deleting.next)
            setDeleting(null)
          }}
        />
      )}
    </>
  )
}

const wordsOf = (hideDisabled: boolean): ListWords => ({
  loading: 'Loading identities…',
  all: (count) => (count === 1 ? 'The only identity is loaded.' : `All ${grouped(count)} identities are loaded.`),
  filtered: hideDisabled && {
    title: 'No identities besides disabled ones',
    text: 'Turn off Hide disabled to see every identity of this pool.',
  },
  empty: {
    icon: <UsersRound />,
    title: 'No identities yet',
    text: 'An identity appears here when an app calls GetId for this pool: at the first visit of a guest or the first sign-in of a user.',
  },
})
