'use client'

import type { MouseEvent, ReactNode } from 'react'
import type { Details } from './use-details.ts'

type DetailsLinkProps = {
  details: Details
  of: string
  label?: string
  tabIndex?: number | undefined
  children: ReactNode
}

/** Opens a row in the side panel; in another tab, as any link. */
export function DetailsLink({ details, of, label, tabIndex, children }: DetailsLinkProps) {
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    details.show(of)
  }
  return (
    <a
      href={details.hrefOf(of)}
      aria-label={label}
      tabIndex={tabIndex}
      onClick={open}
      className="rounded-sm text-accent-ink hover:underline"
    >
      {children}
    </a>
  )
}
