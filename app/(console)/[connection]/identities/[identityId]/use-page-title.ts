'use client'

import { useEffect } from 'react'

/** Names the tab after what the page found out; the address never does. */
export function usePageTitle(title: string | null) {
  useEffect(() => {
    if (title !== null) document.title = `${title} · Lifeguard`
  }, [title])
}
