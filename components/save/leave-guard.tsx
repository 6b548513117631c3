'use client'

import dynamic from 'next/dynamic'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

const loadDialog = () => import('./leave-dialog.tsx')
const loadWaysOut = () => import('./ways-out.ts')
const LeaveDialog = dynamic(loadDialog, { ssr: false })

type LeaveGuardProps = {
  active: boolean
  /** What would be lost, where that is not what was typed. */
  loses?: string
  /** Hears that the person gives it up. */
  onLeave?: () => void
}

/** While `active`, asks before any way out of the page throws away what was typed. */
export function LeaveGuard({ active, loses, onLeave }: LeaveGuardProps) {
  const { push } = useRouter()
  const path = usePathname()
  const search = useSearchParams().toString()
  const [way, setWay] = useState<{ go: () => void } | null>(null)

  useEffect(() => void loadWaysOut(), [])
  useEffect(() => {
    if (!active) return
    void loadDialog()
    const here = new URL(window.location.href)
    const holds = (to: URL) => to.pathname !== here.pathname || to.search !== here.search
    let isOver = false
    let end = () => {}
    const begin = async () => {
      const { guardWaysOut } = await loadWaysOut()
      if (!isOver) end = guardWaysOut({ holds, ask: (go) => setWay({ go }) }, push)
    }
    void begin()
    return () => {
      isOver = true
      end()
    }
  }, [active, path, search, push])

  if (way === null) return null
  return (
    <LeaveDialog
      loses={loses}
      onStay={() => setWay(null)}
      onLeave={() => {
        setWay(null)
        onLeave?.()
        way.go()
      }}
    />
  )
}
