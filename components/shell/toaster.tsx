'use client'

import dynamic from 'next/dynamic'
import { useAtRest } from '../ui/use-at-rest.ts'

const OverThePage = dynamic(() => import('./over-the-page.tsx').then((file) => file.OverThePage), { ssr: false })

/** Loads what draws messages once the page is at rest, so that its live region exists before the first one. */
export function Toaster() {
  return useAtRest() ? <OverThePage /> : null
}
