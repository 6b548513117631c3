'use client'

import dynamic from 'next/dynamic'
import { useAtRest } from '../ui/use-at-rest.ts'

const JobTray = dynamic(() => import('./job-tray.tsx'), { ssr: false })

/** Loads the tray of jobs, and what hears how they go on, after the page. */
export function JobTrayPlace() {
  return useAtRest() && <JobTray />
}
