import { ArrowLeftRight, Copy, CopyPlus, Search, type LucideIcon } from 'lucide-react'
import { getQueryClient } from '#lib/client/query-client.ts'
import { clonePath, comparePath, listsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'
import { copyText } from './copy-text.ts'

type PoolAct = {
  label: string
  icon: LucideIcon
  /** What does the same on the pages of the pool. */
  keys?: string
  does: { href: string } | { run: () => void }
}

/** What can be done with any pool that is open, and destroys nothing. */
export const poolActs = (pool: PoolRef): PoolAct[] => [
  {
    label: 'Compare with another pool',
    icon: ArrowLeftRight,
    keys: 'c',
    does: { href: comparePath(pool.connectionId, pool, null) },
  },
  { label: 'Clone pool', icon: CopyPlus, does: { href: clonePath(pool) } },
  { label: 'Look up or merge a list', icon: Search, does: { href: listsPath(pool) } },
  { label: 'Copy pool ID', icon: Copy, does: { run: () => void copyText(pool.poolId, 'pool ID') } },
  { label: 'Copy pool ARN', icon: Copy, does: { run: () => void copyArn(pool) } },
]

/** The account that is part of it is known to the server, which tells it with the pool's tags. */
async function copyArn(pool: PoolRef) {
  try {
    const { arn } = await getQueryClient().query({ ...poolTags(pool), staleTime: Infinity })
    await copyText(arn, 'pool ARN')
  } catch (error) {
    const { tellFailure } = await import('#lib/client/tell-failure.ts')
    await tellFailure('The ARN could not be read', error)
  }
}
