import { Hydrated } from '#components/hydrated.tsx'
import { namedRemedy } from '#lib/findings/named-remedy.ts'
import { poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { RolesPanel } from './roles-panel.tsx'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('Roles')

/** `?fix=` and `&subject=` name a finding: the form then opens at its place with the remedy in it, not saved yet. */
export default async function RolesPage({ params, searchParams }: PageProps<'/[connection]/pools/[poolId]/roles'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const remedy = namedRemedy(await searchParams)
  await prefetch(poolRoles(pool))
  return (
    <Hydrated state={dehydrated()}>
      <RolesPanel pool={pool} remedy={remedy} />
    </Hydrated>
  )
}
