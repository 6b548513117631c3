import type { QueryClient } from '@tanstack/react-query'
import type { Cells } from '#components/data-table/cells.ts'
import { severityLabel } from '#components/severity-badge.tsx'
import { openCounts } from '#lib/findings/open-counts.ts'
import { poolReport } from '#lib/findings/queries.ts'
import { providerKinds, type Pool, type PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'

/** Pools as texts, each configuration read; of findings and ARNs only what was read already. */
export async function poolCells(
  client: QueryClient,
  connectionId: string,
  pools: readonly PoolSummary[],
): Promise<Cells> {
  const details = await Promise.allSettled(
    pools.map(({ poolId }) => client.query(poolDetailOfRow({ connectionId, poolId }))),
  )
  const rows = pools.map(({ name, poolId, region }, index) => {
    const detail = details[index]
    const pool = detail?.status === 'fulfilled' ? detail.value : null
    const report = client.getQueryData(poolReport({ connectionId, poolId }).queryKey)
    const arn = client.getQueryData(poolTags({ connectionId, poolId }).queryKey)?.arn ?? 'Not read'
    const found =
      report &&
      [...openCounts(report.findings)].map(([severity, count]) => `${count} ${severityLabel(severity).toLowerCase()}`)
    return [name, found ? found.join(', ') || 'None found' : 'Not checked', poolId, region, ...detailTexts(pool), arn]
  })
  return { heads: ['Name', 'Findings', 'Pool ID', 'Region', 'Guest access', 'Login providers', 'Tags', 'ARN'], rows }
}

function detailTexts(pool: Pool | null): string[] {
  if (!pool) return ['Not read', 'Not read', 'Not read']
  const providers = providerKinds(pool).map(({ label, count }) => (count > 1 ? `${label} ${count}` : label))
  const tags = Object.entries(pool.tags).map(([key, value]) => `${key}=${value}`)
  return [pool.allowUnauthenticated ? 'Guests on' : 'Guests off', providers.join(', '), tags.join(', ')]
}
