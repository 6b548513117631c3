import { Hydrated } from '#components/hydrated.tsx'
import { poolReport } from '#lib/findings/queries.ts'
import { poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { PoolDetails } from './pool-details.tsx'
import { PoolFindings } from './pool-findings.tsx'
import { PoolSignInFlow } from './pool-sign-in-flow.tsx'
import { titleOfPool } from './title-of-pool.ts'

export const generateMetadata = titleOfPool('Overview')

export default async function PoolPage({ params }: PageProps<'/[connection]/pools/[poolId]'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const [roles, report] = [poolRoles(pool), poolReport(pool)]
  await Promise.all([prefetch(roles), prefetch(report)])
  return (
    <Hydrated state={dehydrated(roles.queryKey, report.queryKey)}>
      <PoolSignInFlow pool={pool} />
      <div id="findings">
        <PoolFindings pool={pool} />
      </div>
      <PoolDetails pool={pool} />
    </Hydrated>
  )
}
