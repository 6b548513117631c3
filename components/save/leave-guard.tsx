'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

const LeaveDialog = dynamic(() => import('./leave-dialog.tsx'), { ssr: false })

type LeaveGuardProps = {
  active: boolean
  /** What would be lost, where that is not what was typed. */
  loses?: string
}

/** While `active`, asks before a link, a reload or a closed tab throws away what was typed. */
export function LeaveGuard({ active, loses }: LeaveGuardProps) {
  const router = useRouter()
  const [href, setHref] = useState<string | null>(null)

  useEffect(() => {
    if (!active) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const leaves =
        link instanceof HTMLAnchorElement && link.target !== '_blank' && link.origin === window.location.origin
      if (!leaves || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
        return
      if (link.pathname === window.location.pathname) return
      event.preventDefault()
      event.stopPropagation()
      setHref(`${link.pathname}${link.search}`)
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [active])

  return href !== null && <LeaveDialog loses={loses} onStay={() => setHref(null)} onLeave={() => router.push(href)} />
}
