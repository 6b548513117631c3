'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Plus, Waves } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { DataTable } from '#components/data-table/data-table.tsx'
import { rowOrder } from '#components/data-table/row-order.ts'
import { selectionCommands } from '#components/data-table/table-commands.ts'
import { shownOf } from '#components/data-table/shown-of.ts'
import { TableOptions } from '#components/data-table/table-options.tsx'
import { useOrderedRows } from '#components/data-table/use-ordered-rows.ts'
import { useRowSelection } from '#components/data-table/use-row-selection.ts'
import { Freshness } from '#components/freshness/freshness.tsx'
import { failureOf } from '#components/reading.ts'
import { RegionFailures } from '#components/region-failures.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useDenial } from '#components/use-denial.ts'
import { usePools } from '#components/use-pools.ts'
import { useUrlSearch } from '#components/use-url-search.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { isolated } from '#lib/core/isolated.ts'
import { createPoolPath, importPath, poolPath } from '#lib/core/paths.ts'
import { poolColumns } from './pool-columns.tsx'
import { PoolFilter } from './pool-filter.tsx'
import { noRanks, readHeads } from './ranks.ts'
import { noTags, saidOfTags } from './read-tags.ts'
import { usePoolFilter } from './use-pool-filter.ts'
import { grouped } from '#lib/core/grouped.ts'
import { matchesTag } from '#lib/pools/matches-tag.ts'

const TagReader = dynamic(() => import('./tag-reader.tsx'), { ssr: false })
const PoolSelectionBar = dynamic(() => import('./pool-selection-bar.tsx'), { ssr: false })
const RankReader = dynamic(() => import('./rank-reader.tsx'), { ssr: false })

/** The pools of every Region of a connection in one table. */
export function PoolTable({ connection }: { connection: ConnectionSummary }) {
  const [filter, setFilter] = usePoolFilter(connection.regions)
  const { pools, regions, pending } = usePools(connection)
  const router = useRouter()
  const denied = useDenial(connection.id, 'pools:create')

  const client = useQueryClient()
  const asked = rowOrder(useUrlSearch()[0])?.head
  const byRead = readHeads.find((head) => head === asked)
  const [ranks, setRanks] = useState(noRanks)
  // Not while some are unread: rows would move under the hand as they come.
  const known = ranks.read < ranks.of ? noRanks : ranks
  const columns = useMemo(
    () => poolColumns(connection.id, ({ poolId }) => known.by.get(poolId) ?? null),
    [connection.id, known],
  )

  const text = filter.text.trim().toLowerCase()
  const [tags, setTags] = useState(noTags)
  const byTag = filter.tag.trim() !== ''
  const readingTags = byTag && (tags.of === 0 || tags.read < tags.of)
  const named = pools.filter(
    ({ name, poolId, region }) =>
      (filter.region === null || filter.region === region) &&
      (text === '' || name.toLowerCase().includes(text) || poolId.includes(text)),
  )
  const matching = byTag ? named.filter(({ poolId }) => hasTag(tags.by.get(poolId), filter.tag)) : named
  const shown = useOrderedRows(matching, columns)
  const order = useMemo(() => shown.map(({ poolId }) => poolId), [shown])
  const selection = useRowSelection(`pools ${connection.id}`, order, {
    onOpen: (poolId) => router.push(poolPath({ connectionId: connection.id, poolId })),
    onDelete: () => undefined,
  })
  const selected = pools.filter(({ poolId }) => selection.ids.has(poolId))
  useCommands('Table of pools', selectionCommands)
  const failed = regions.filter(({ query }) => failureOf(query)).map(({ region }) => region)
  const isUnknown = pending || (failed.length > 0 && pools.length === 0)
  const filtered = text !== '' || filter.region !== null || byTag

  const createButton = (
    <Button
      variant="primary"
      icon={<Plus />}
      denied={denied}
      onClick={() => router.push(createPoolPath(connection.id))}
    >
      Create pool
    </Button>
  )

  return (
    <>
      <PageHeader
        title="Identity pools"
        meta={<span>{told(pools.length, connection.name, pending, failed)}</span>}
        actions={
          <>
            <Freshness />
            <ButtonLink variant="ghost" href={importPath(connection.id)}>
              Import
            </ButtonLink>
            {createButton}
          </>
        }
      />
      <PoolFilter filter={filter} regions={connection.regions} onChange={setFilter}>
        <TableOptions
          table="Identity pools"
          columns={columns}
          said={
            <span role="status">
              {isUnknown ? '' : shownOf(shown.length, pools.length, 'pool')}
              {byTag && saidOfTags(tags, pools.length)}
              {byRead && ranks.read < ranks.of && `, ${ranks.read} read to sort by ${byRead}`}
            </span>
          }
          cells={async () => (await import('./pool-cells.ts')).poolCells(client, connection.id, shown)}
          fileName={`pools-${connection.id}.csv`}
        />
      </PoolFilter>
      {byTag && !pending && <TagReader connectionId={connection.id} pools={pools} onRead={setTags} />}
      {byRead && !pending && (
        <RankReader key={byRead} connectionId={connection.id} pools={matching} head={byRead} onRead={setRanks} />
      )}
      <RegionFailures regions={regions} />
      <DataTable
        caption="Identity pools"
        columns={columns}
        rows={shown}
        keyOf={({ poolId }) => poolId}
        nameOf={({ name }) => isolated(name)}
        selection={selection}
        reading={{ pending: pending || (readingTags && shown.length === 0 && pools.length > 0) }}
        className={`max-h-[calc(100dvh-14rem)] min-h-40 ${selected.length > 0 ? 'pb-14' : ''}`}
        words={{
          loading: 'Loading identity pools…',
          filtered: filtered &&
            pools.length > 0 && {
              title: 'No pool matches the filter',
              clear: { label: 'Clear filter', onClear: () => setFilter({ text: '', region: null, tag: '' }) },
            },
          incomplete: failed.length > 0 && 'No pool could be read. See above.',
          empty: {
            icon: <Waves />,
            title: 'No identity pools yet',
            text: 'An identity pool gives the users of an app, guests included, temporary AWS credentials.',
            action: denied === null && createButton,
          },
        }}
      />
      {selected.length > 0 && (
        <PoolSelectionBar
          connectionId={connection.id}
          pools={selected}
          onClear={selection.clear}
          onShown={selection.uncover}
        />
      )}
    </>
  )
}

const hasTag = (tags: Record<string, string> | undefined, text: string): boolean =>
  tags !== undefined && matchesTag(tags, text)

/** How many pools there are, as far as that is known; `failed` are Regions that could not be read. */
function told(count: number, connection: string, pending: boolean, failed: string[]): string {
  if (pending) return `Reading the pools of ${connection}…`
  const pools = count === 1 ? '1 pool' : `${grouped(count)} pools`
  if (failed.length === 0) return `${pools} in ${connection}`
  return count === 0
    ? `How many pools ${connection} has is not known`
    : `${pools} in ${connection}, without ${failed.join(', ')}`
}
