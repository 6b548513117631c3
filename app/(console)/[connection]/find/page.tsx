import type { Metadata } from 'next'
import { WithPools } from '#components/with-pools.tsx'
import { Find } from './find.tsx'

export const metadata: Metadata = { title: 'Find' }

export default function FindPage({ params }: PageProps<'/[connection]/find'>) {
  return <WithPools params={params}>{(connection) => <Find key={connection.id} connection={connection} />}</WithPools>
}
