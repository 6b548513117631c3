'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { endNavigation, isNavigating, onNavigation } from './navigation.ts'

/** A thin line at the top of the window while a page takes longer than a moment to come. */
export function NavigationBar() {
  const path = usePathname()
  const search = useSearchParams()
  const navigating = useSyncExternalStore(onNavigation, isNavigating, () => false)
  useEffect(endNavigation, [path, search])
  if (!navigating) return null
  return (
    <div
      role="progressbar"
      aria-label="Opening the page"
      className="animate-navigation fixed inset-x-0 top-0 z-50 h-0.5 origin-left bg-accent forced-colors:bg-[Highlight] print:hidden"
    />
  )
}
