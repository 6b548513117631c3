'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'

const ToastViewport = dynamic(() => import('./ui/toast-viewport.tsx').then((file) => file.ToastViewport), {
  ssr: false,
})

/** Loads what draws toasts once the page is at rest, so that its live region exists before the first message. */
export function Toaster() {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setReady(true), 500)
    return () => window.clearTimeout(timer)
  }, [])
  return ready ? <ToastViewport /> : null
}
