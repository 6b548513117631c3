'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useAtRest } from './use-at-rest.ts'

type PopoverProps = {
  /** What the button that opens it shows. */
  trigger: ReactNode
  triggerClass: string
  /** The accessible name of what opens. */
  label: string
  align?: 'start' | 'end'
  className?: string
  children: ReactNode
}

/** A small panel under its button, by the browser's own popover: Esc and a press outside close it, a page change too. */
export function Popover({ trigger, triggerClass, label, align = 'start', className = '', children }: PopoverProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const path = usePathname()

  const openedOn = useRef(path)
  const isDue = useAtRest()
  const [wasOpened, setOpened] = useState(false)
  // The browser opens it without us: it may be open before this is alive.
  useEffect(() => {
    if (panel.current?.matches(':popover-open')) setOpened(true)
  }, [])

  useEffect(() => {
    if (openedOn.current !== path) panel.current?.togglePopover(false)
    openedOn.current = path
  }, [path])

  return (
    <>
      <button type="button" popoverTarget={id} className={triggerClass}>
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        onToggle={({ newState }) => newState === 'open' && setOpened(true)}
        className={`${align === 'start' ? 'popover-start' : 'popover-end'} rounded-lg border border-line-strong bg-raised text-ink shadow-raised ${className}`}
      >
        {(isDue || wasOpened) && children}
      </div>
    </>
  )
}
