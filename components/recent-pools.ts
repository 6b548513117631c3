import type { PoolRef } from '#lib/core/refs.ts'

type RecentPool = { poolId: string; name: string }

const MOST = 6
const keyOf = (connectionId: string) => `lifeguard recent pools ${connectionId}`

/** The pools that were open in this browser, the last one first. */
export function recentPools(connectionId: string): RecentPool[] {
  try {
    return JSON.parse(window.localStorage.getItem(keyOf(connectionId)) ?? '[]') as RecentPool[]
  } catch {
    return []
  }
}

export function keepPool({ connectionId, poolId }: PoolRef, name: string): void {
  const others = recentPools(connectionId).filter((pool) => pool.poolId !== poolId)
  try {
    window.localStorage.setItem(keyOf(connectionId), JSON.stringify([{ poolId, name }, ...others].slice(0, MOST)))
  } catch {
    // A browser that keeps nothing offers none.
  }
}
