'use client'

import dynamic from 'next/dynamic'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useLayoutEffect, useState } from 'react'
import { presentEntry, TRAVERSAL } from './traversal.ts'

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

const holdUnload = (event: Event) => event.preventDefault()

/** While `active`, asks before any way out of the page throws away what was typed. */
export function LeaveGuard({ active, loses, onLeave }: LeaveGuardProps) {
  const { push } = useRouter()
  const path = usePathname()
  const search = useSearchParams().toString()
  const [way, setWay] = useState<{ go: () => void } | null>(null)

  useEffect(() => void loadWaysOut(), [])
  // At once with what could be lost: whoever leaves does not wait for a frame, nor for what asks more of them.
  useLayoutEffect(() => {
    if (!active) return
    void loadDialog()
    const here = new URL(window.location.href)
    const holds = (to: URL) => to.pathname !== here.pathname || to.search !== here.search
    let isOver = false
    const loading = loadWaysOut()
    const entry = presentEntry()
    const freeLinks = holdLinks(loading)
    const traversals = holdTraversals()
    window.addEventListener('beforeunload', holdUnload)
    let end = () => {
      freeLinks()
      window.removeEventListener('beforeunload', holdUnload)
      traversals.free()
    }
    const begin = async () => {
      const { guardWaysOut } = await loading
      const free = end
      const from = traversals.isHeld() ? entry : presentEntry()
      if (!isOver) end = guardWaysOut({ holds, ask: (go) => setWay({ go }) }, push, from)
      free()
    }
    begin().catch(traversals.free)
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

/** Until what asks is loaded, Back and Forward wait for it. `free` ends it, and lets what was held come about. */
function holdTraversals() {
  let isHeld = false
  const hold = (event: Event) => {
    event.preventDefault()
    isHeld = true
  }
  window.addEventListener(TRAVERSAL, hold)
  return {
    isHeld: () => isHeld,
    free() {
      window.removeEventListener(TRAVERSAL, hold)
      if (isHeld) window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state as unknown }))
      isHeld = false
    },
  }
}

/** Until what asks is loaded, a link that is pressed waits for it. Returns what ends it. */
function holdLinks(loading: Promise<unknown>): () => void {
  const hold = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (!(link instanceof HTMLAnchorElement) || link.target !== '' || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    void loading.finally(() => {
      document.removeEventListener('click', hold, { capture: true })
      link.click()
    })
  }
  document.addEventListener('click', hold, { capture: true })
  return () => document.removeEventListener('click', hold, { capture: true })
}
