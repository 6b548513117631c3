'use client'

import { useEffect, useEffectEvent, useRef } from 'react'

/** The end of a list that grows: calls `onNear` when it comes near the view while `active`. */
export function NearEnd({ active, onNear }: { active: boolean; onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  const near = useEffectEvent(onNear)
  useEffect(() => {
    if (!active || !end.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), { rootMargin: '600px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [active])
  return <div ref={end} aria-hidden="true" />
}
