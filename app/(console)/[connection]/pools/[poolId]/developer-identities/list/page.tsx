import { poolRef } from '#lib/core/refs.ts'
import { titleOfPool } from '../../title-of-pool.ts'
import { Lists } from './lists.tsx'

export const generateMetadata = titleOfPool('Look up or merge a list')

export default async function ListsPage({
  params,
  searchParams,
}: PageProps<'/[connection]/pools/[poolId]/developer-identities/list'>) {
  const pool = poolRef(await params)
  const { from } = await searchParams
  return pool && <Lists pool={pool} from={typeof from === 'string' ? from : null} />
}
