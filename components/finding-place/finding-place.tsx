'use client'

import { useContext, useEffect, useId, useRef, type ReactNode } from 'react'
import { Shown } from '../ui/shown.tsx'
import { useHydrated } from '../use-hydrated.ts'
import { FindingContext } from './finding-context.ts'

const CONTROL = 'input[type=radio]:checked, input:enabled:not([type=radio]), select:enabled, button:enabled'

type FindingPlaceProps = {
  /** The path of the field that it holds. */
  at: string
  className?: string
  children: ReactNode
}

/** The surroundings of a field: where the address leads here it takes the focus, and a finding is told beside it. */
export function FindingPlace({ at, className = '', children }: FindingPlaceProps) {
  const { place, title, text } = useContext(FindingContext)
  const hydrated = useHydrated()
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const isHere = place === at
  const isNamed = isHere && title !== null
  useEffect(() => {
    if (!isHere || !hydrated || !box.current) return
    const control = box.current.querySelector<HTMLElement>(CONTROL) ?? box.current
    control.focus({ preventScroll: true })
    box.current.scrollIntoView({ block: 'center' })
  }, [isHere, hydrated])
  return (
    <div
      ref={box}
      role={isNamed ? 'group' : undefined}
      aria-label={isNamed ? `Finding: ${title}` : undefined}
      aria-describedby={isNamed ? id : undefined}
      tabIndex={isHere ? -1 : undefined}
      className={`min-w-0 ${isNamed ? 'rounded-md border-l-4 border-warning bg-warning-tint p-3' : ''} ${className}`}
    >
      {children}
      {isNamed && (
        <p id={id} className="mt-2 border-t border-warning-line pt-2 text-xs wrap-anywhere text-ink">
          <span className="font-medium">
            <Shown>{title}</Shown>
          </span>
          {`: ${text}`}
        </p>
      )}
    </div>
  )
}
