'use client'

import { useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { LiveFieldset } from '../live-fieldset.tsx'
import { Button } from '../ui/button.tsx'
import { useAtRest } from '../ui/use-at-rest.ts'

// Only the button is needed at first: each page has it, and many have no room for more.
const load = () => import('./read-at.tsx')
const ReadAt = dynamic(load, { ssr: false })

/** When what the page shows was read, and the button that reads all of it again. */
export function Freshness() {
  const client = useQueryClient()
  const [reading, setReading] = useState(false)
  const isDue = useAtRest()

  async function refresh() {
    if (reading) return
    setReading(true)
    const { pathname } = window.location
    const isHere = () => window.location.pathname === pathname
    await (await load()).readAgain(client, isHere).finally(() => setReading(false))
  }

  return (
    <LiveFieldset className="flex min-w-0 items-center gap-2">
      {/* As wide as what will stand in it. */}
      <span className="min-w-21 text-xs sm:text-right whitespace-nowrap text-soft">
        {isDue && <ReadAt reading={reading} onRefresh={() => void refresh()} />}
      </span>
      <Button icon={<RotateCw />} pending={reading} onClick={() => void refresh()}>
        Refresh
      </Button>
    </LiveFieldset>
  )
}
