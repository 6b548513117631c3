'use client'

import { useEffect, useEffectEvent, useRef } from 'react'

/** The end of a list that grows: asks for more when it comes near the view; `onNear` is null when it cannot. */
export function NearEnd({ onNear }: { onNear: (() => void) | null }) {
  const end = useRef<HTMLDivElement>(null)
  const active = onNear !== null
  const near = useEffectEvent(() => onNear?.())
  useEffect(() => {
    if (!active || !end.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), { rootMargin: '600px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [active])
  return <div ref={end} aria-hidden="true" />
}
