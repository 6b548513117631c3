'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useReducer, useRef, useState } from 'react'
import { RowWindow, type RowWindowHandle } from '#components/data-table/row-window.tsx'
import { changeSelection, nothingSelected } from '#components/selection/selection.ts'
import { useDenial } from '#components/use-denial.ts'
import { useUrlSearch } from '#components/use-url-search.ts'
import { regionOfId } from '#lib/core/limits.ts'
import { identityFilter, identityFilterQuery } from '#lib/identities/identity-filter.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { IdentityHead } from './identity-head.tsx'
import { IdentityRow } from './identity-row.tsx'
import { IdentityTableEnd } from './identity-table-end.tsx'
import { IdentityToolbar } from './identity-toolbar.tsx'
import { tableKey, type TableKeys } from './table-key.ts'
import { useIdentityRows } from './use-identity-rows.ts'

const DeleteIdentitiesDialog = dynamic(() => import('#components/delete-identities/delete-identities-dialog.tsx'), {
  ssr: false,
})

const COLUMNS = 6

/** A pool's identities: scroll, select, delete. */
export function IdentityTable({ pool }: { pool: PoolRef }) {
  const router = useRouter()
  const [search, replaceSearch] = useUrlSearch()
  const filter = identityFilter(Object.fromEntries(search))
  const { query, rows, order, loadMore } = useIdentityRows(pool, filter)
  const [selection, select] = useReducer(changeSelection, nothingSelected)
  const [active, setActive] = useState(0)
  const [focusTick, setFocusTick] = useState(0)
  const [deleting, setDeleting] = useState<string[] | null>(null)
  const table = useRef<RowWindowHandle>(null)
  const denied = useDenial(pool.connectionId, 'identities:delete')

  const current = Math.min(active, rows.length - 1)
  const openDialog = () => {
    if (selection.ids.size > 0 && denied === null) setDeleting([...selection.ids])
  }

  const moveTo = (index: number, extend: boolean) => {
    const target = Math.max(0, Math.min(index, rows.length - 1))
    const id = order[target]
    if (id === undefined) return
    select(extend ? { type: 'range', id, order, from: order[current] } : { type: 'settle' })
    setActive(target)
    table.current?.reveal(target)
    setFocusTick((tick) => tick + 1)
  }

  const keys: TableKeys = {
    move: (step, extend) => moveTo(step === 'first' ? 0 : step === 'last' ? rows.length - 1 : current + step, extend),
    toggle: () => order[current] !== undefined && select({ type: 'toggle', id: order[current] }),
    selectAll: () => select({ type: 'all', order }),
    clear: () => select({ type: 'none' }),
    remove: openDialog,
    open: () => order[current] !== undefined && router.push(identityPath({ ...pool, identityId: order[current] })),
  }

  return (
    <>
      <IdentityToolbar
        pool={pool}
        hideDisabled={filter.hideDisabled}
        onHideDisabled={(hideDisabled) => {
          select({ type: 'none' })
          replaceSearch(identityFilterQuery({ hideDisabled }))
        }}
        selected={selection.ids.size}
        onClear={() => select({ type: 'none' })}
        onDelete={openDialog}
        denied={denied}
        refreshing={query.isRefetching && !query.isFetchingNextPage}
        onRefresh={() => {
          select({ type: 'none' })
          setActive(0)
          table.current?.reveal(0)
          void query.refetch()
        }}
      />
      <RowWindow
        ref={table}
        caption="Identities"
        columns={COLUMNS}
        count={rows.length}
        complete={!query.hasNextPage}
        pinned={rows.length > 0 ? current : null}
        onNearEnd={loadMore}
        onKeyDown={(event) => tableKey(event, keys)}
        className="h-[calc(100dvh-20.5rem)] min-h-80"
        head={
          <IdentityHead
            selected={selection.ids.size}
            loaded={rows.length}
            onAll={(all) => select(all ? { type: 'all', order } : { type: 'none' })}
          />
        }
        rowKey={(index) => order[index] ?? String(index)}
        renderRow={(index) => {
          const identity = rows[index]
          return identity ? (
            <IdentityRow
              identity={identity}
              connectionId={pool.connectionId}
              index={index}
              selected={selection.ids.has(identity.identityId)}
              active={index === current}
              focusTick={index === current ? focusTick : 0}
              onSelect={(extend) => {
                setActive(index)
                select(
                  extend
                    ? { type: 'range', id: identity.identityId, order }
                    : { type: 'toggle', id: identity.identityId },
                )
              }}
            />
          ) : null
        }}
        foot={<IdentityTableEnd query={query} loaded={rows.length} hideDisabled={filter.hideDisabled} />}
      />
      {deleting && (
        <DeleteIdentitiesDialog
          connectionId={pool.connectionId}
          region={regionOfId(pool.poolId)}
          identityIds={deleting}
          onDeleted={(ids) => select({ type: 'remove', ids })}
          onClose={() => setDeleting(null)}
        />
      )}
    </>
  )
}
