'use client'

import { useEffect } from 'react'

/** Has this tab hear at once how jobs go on; everywhere else it begins when the page is at rest. */
export function useJobFeed(): void {
  useEffect(() => void begin(), [])
}

const begin = async () => (await import('./job-feed.ts')).startJobFeed()
