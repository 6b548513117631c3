'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { arrive, isUnderWay, onWay } from './way.ts'

/** A thin line at the top of the window while a page takes longer than a moment to come. */
export function WayBar() {
  const path = usePathname()
  const search = useSearchParams()
  const underWay = useSyncExternalStore(onWay, isUnderWay, () => false)
  useEffect(arrive, [path, search])
  if (!underWay) return null
  return (
    <div
      role="progressbar"
      aria-label="Opening the page"
      className="animate-way fixed inset-x-0 top-0 z-50 h-0.5 origin-left bg-accent print:hidden"
    />
  )
}
