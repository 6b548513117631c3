'use client'

import { useEffect } from 'react'
import type { PoolRef } from '#lib/core/refs.ts'
import { usePoolName } from './use-pool-name.ts'

/** Names the tab after what the page found out, the person and the pool; the address never does. */
export function usePageTitle(identityName: string, user: string | null, pool: PoolRef | null) {
  const poolName = usePoolName(pool)
  useEffect(() => {
    if (user === null && poolName === null) return
    document.title = [user ?? `Identity ${identityName}`, ...(poolName ? [poolName] : []), 'Lifeguard'].join(' · ')
  }, [identityName, user, poolName])
}
