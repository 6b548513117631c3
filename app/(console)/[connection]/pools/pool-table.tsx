'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { RowWindow } from '#components/data-table/row-window.tsx'
import { RegionFailures } from '#components/region-failures.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Th } from '#components/ui/th.tsx'
import { useDenial } from '#components/use-denial.ts'
import { usePools } from '#components/use-pools.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { createPoolPath, importPath } from '#lib/core/paths.ts'
import { PoolFilter } from './pool-filter.tsx'
import { PoolRow } from './pool-row.tsx'
import { PoolTableEnd } from './pool-table-end.tsx'
import { usePoolFilter } from './use-pool-filter.ts'

const COLUMNS = 5

/** The pools of every Region of a connection in one table. */
export function PoolTable({ connection }: { connection: ConnectionSummary }) {
  const [filter, setFilter] = usePoolFilter(connection.regions)
  const { pools, regions, pending } = usePools(connection)
  const router = useRouter()
  const denied = useDenial(connection.id, 'pools:create')
  const create = () => router.push(createPoolPath(connection.id))

  const text = filter.text.trim().toLowerCase()
  const shown = pools.filter(
    ({ name, poolId, region }) =>
      (filter.region === null || filter.region === region) &&
      (text === '' || name.toLowerCase().includes(text) || poolId.includes(text)),
  )
  const filtered = text !== '' || filter.region !== null

  return (
    <>
      <PageHeader
        title="Identity pools"
        meta={
          <span>
            {pools.length === 1 ? '1 pool' : `${pools.length.toLocaleString('en')} pools`} in {connection.name}
          </span>
        }
        actions={
          <>
            <ButtonLink variant="ghost" href={importPath(connection.id)}>
              Import
            </ButtonLink>
            <Button
              variant="primary"
              icon={<Plus />}
              disabled={denied !== null}
              title={denied ?? undefined}
              onClick={create}
            >
              Create pool
            </Button>
          </>
        }
      />
      <PoolFilter filter={filter} regions={connection.regions} shown={shown.length} onChange={setFilter} />
      <RegionFailures regions={regions} />
      <RowWindow
        caption="Identity pools"
        columns={COLUMNS}
        count={shown.length}
        complete={!pending}
        className="max-h-[calc(100dvh-14rem)] min-h-40"
        head={
          <tr aria-rowindex={1}>
            <Th className="w-56 sm:w-64">Name</Th>
            <Th className="w-52 sm:w-96">Pool ID</Th>
            <Th className="w-32">Region</Th>
            <Th className="w-28">Guest access</Th>
            <Th className="w-72">Login providers</Th>
          </tr>
        }
        rowKey={(index) => shown[index]?.poolId ?? String(index)}
        renderRow={(index) => {
          const pool = shown[index]
          return pool ? <PoolRow pool={pool} connectionId={connection.id} index={index} /> : null
        }}
        foot={
          shown.length === 0 && (
            <PoolTableEnd
              pending={pending}
              failed={regions.some(({ error }) => error !== null)}
              filtered={filtered && pools.length > 0}
              onClearFilter={() => setFilter({ text: '', region: null })}
              onCreate={denied === null ? create : null}
            />
          )
        }
      />
    </>
  )
}
