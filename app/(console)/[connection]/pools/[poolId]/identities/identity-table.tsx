'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Trash2, UsersRound } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { DataTable } from '#components/data-table/data-table.tsx'
import type { ListWords } from '#components/data-table/list-end.tsx'
import { rowAfter } from '#components/data-table/row-after.ts'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { tableCommands } from '#components/data-table/table-commands.ts'
import { useRowSelection } from '#components/data-table/use-row-selection.ts'
import { useDenial } from '#components/use-denial.ts'
import { useUrlSearch } from '#components/use-url-search.ts'
import { identityFilter, identityFilterQuery } from '#lib/identities/identity-filter.ts'
import { identityKeys, identityList } from '#lib/identities/queries.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { identityColumns } from './identity-columns.tsx'
import { IdentityToolbar } from './identity-toolbar.tsx'

const DeleteIdentitiesDialog = dynamic(() => import('#components/delete-identities/delete-identities-dialog.tsx'), {
  ssr: false,
})

const failed = { all: 'The identities could not be read', next: 'The next identities could not be read' }

/** `next`: the row to go on with. `begun`: some are gone. */
type Deleting = { ids: string[]; next: string | null; begun: boolean }

/** A pool's identities: scroll, select, delete. */
export function IdentityTable({ pool }: { pool: PoolRef }) {
  const { connectionId } = pool
  const router = useRouter()
  const [search, replaceSearch] = useUrlSearch()
  const filter = identityFilter(Object.fromEntries(search))
  const query = useInfiniteQuery(identityList(pool, filter))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.identities) ?? [], [query.data])
  const order = useMemo(() => rows.map(({ identityId }) => identityId), [rows])
  const [deleting, setDeleting] = useState<Deleting | null>(null)
  const denied = useDenial(connectionId, 'identities:delete')
  const selection = useRowSelection(identityKeys.pool(pool).join(' '), order, {
    onOpen: (identityId) => router.push(identityPath({ connectionId, identityId })),
    onDelete: (ids) => denied === null && setDeleting({ ids, next: rowAfter(order, ids), begun: false }),
  })
  useCommands('Table of identities', tableCommands)
  const reading = pagedReading(query, failed)

  return (
    <>
      <IdentityToolbar
        pool={pool}
        hideDisabled={filter.hideDisabled}
        onHideDisabled={(hideDisabled) => replaceSearch(identityFilterQuery({ hideDisabled }))}
        selected={selection.ids.size}
        listed={selection.listed}
        onClear={selection.clear}
        refreshing={query.isRefetching && !query.isFetchingNextPage}
        onRefresh={() => {
          selection.restart()
          void query.refetch()
        }}
        acts={[{ verb: 'Delete', icon: <Trash2 />, denied, onAct: selection.remove }]}
      />
      <DataTable
        caption="Identities"
        columns={identityColumns(connectionId)}
        rows={rows}
        keyOf={({ identityId }) => identityId}
        // What a deletion empties is not filled up behind it.
        reading={deleting ? { ...reading, more: null } : reading}
        words={wordsOf(filter.hideDisabled)}
        selection={selection}
        className="h-[calc(100dvh-18.625rem)] min-h-80"
      />
      {deleting && (
        <DeleteIdentitiesDialog
          connectionId={connectionId}
          pool={pool}
          identityIds={deleting.ids}
          onDeleted={(gone) => {
            selection.forget(gone)
            setDeleting({ ...deleting, begun: true })
          }}
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
  all: (count) =>
    count === 1 ? 'The only identity is loaded.' : `All ${count.toLocaleString('en')} identities are loaded.`,
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
