'use client'

import { useEffect, useEffectEvent, type ReactNode } from 'react'

type SelectionBarProps = {
  /** What is selected: "Selected identities". */
  label: string
  /** Hears that it lies over the table where the keyboard is in it: a row under the mouse stays where it is. */
  onShown: () => void
  children: ReactNode
}

/** What can be done with the selected rows; it stands over the end of the table and moves nothing. */
export function SelectionBar({ label, onShown, children }: SelectionBarProps) {
  const uncover = useEffectEvent(() => document.activeElement?.matches('tbody :focus-visible') && onShown())
  useEffect(() => void uncover(), [])
  return (
    <div className="sticky bottom-3 z-20 h-0 print:hidden">
      <div
        data-cover=""
        role="group"
        aria-label={label}
        className="absolute inset-x-2 bottom-2 mx-auto flex w-fit max-w-full flex-wrap items-center justify-center gap-1 rounded-lg border border-line-strong bg-raised p-1.5 shadow-raised"
      >
        {children}
      </div>
    </div>
  )
}
