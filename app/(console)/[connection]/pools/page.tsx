import type { Metadata } from 'next'
import { WithPools } from '#components/with-pools.tsx'
import { PoolTable } from './pool-table.tsx'

export const metadata: Metadata = { title: 'Pools' }

export default function PoolsPage({ params }: PageProps<'/[connection]/pools'>) {
  return <WithPools params={params}>{(connection) => <PoolTable connection={connection} />}</WithPools>
}
