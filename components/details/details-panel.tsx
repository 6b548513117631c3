'use client'

import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { Shown } from '../ui/shown.tsx'
import { DetailsFrame } from './details-frame.tsx'
import { focusRow } from './row-focus.ts'
import { useAloneWhenNarrow } from './use-alone-when-narrow.ts'
import type { Details } from './use-details.ts'
import { useDetailsKeys } from './use-details-keys.ts'
import { grouped } from '#lib/core/grouped.ts'

type DetailsPanelProps = {
  details: Details
  /** What it shows now. */
  shown: string
  /** The keys of the rows as the list has them. */
  order: readonly string[]
  title: ReactNode
  /** Where one goes on, or what can be done. */
  footer?: ReactNode
  children: ReactNode
}

/** One row of a list in full beside the list, which stays as it is; arrow keys step through the rows. */
export function DetailsPanel({ details, shown, order, title, footer, children }: DetailsPanelProps) {
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const index = order.indexOf(shown)
  const neighbour = (step: 1 | -1) => (index < 0 ? order[0] : order[index + step])
  useAloneWhenNarrow(panel)

  /** `from`: the control of a row that had the focus. */
  function step(by: 1 | -1, from: Element | null) {
    const next = neighbour(by)
    if (next === undefined) return
    details.show(next)
    if (from) window.requestAnimationFrame(() => focusRow(next, from))
  }
  useDetailsKeys(panel, { onStep: step, onClose: details.close })

  useEffect(() => {
    if (body.current) body.current.scrollTop = 0
  }, [shown])
  const last = useRef(shown)
  useEffect(() => void (last.current = shown), [shown])
  const { wasPressed } = details
  useLayoutEffect(() => {
    const box = panel.current
    if (wasPressed()) heading.current?.focus({ preventScroll: true })
    return () => {
      if (box?.contains(document.activeElement)) focusRow(last.current)
    }
  }, [wasPressed])

  return (
    <DetailsFrame ref={panel}>
      <div className="flex items-start gap-2 border-b border-line px-4 py-3">
        <div className="min-w-0 flex-1" aria-live="polite" aria-atomic="true">
          <h2
            id="details-title"
            ref={heading}
            tabIndex={-1}
            className="rounded-sm text-base font-semibold wrap-anywhere text-ink"
          >
            <Shown>{title}</Shown>
          </h2>
          <p className="text-xs text-soft">
            {index < 0 ? 'Not in the list as it is shown' : `${grouped(index + 1)} of ${grouped(order.length)} loaded`}
          </p>
        </div>
        <div className="flex gap-0.5">
          <IconButton
            label="Previous row"
            size="sm"
            icon={<ChevronUp />}
            aria-disabled={neighbour(-1) === undefined}
            onClick={() => step(-1, null)}
          />
          <IconButton
            label="Next row"
            size="sm"
            icon={<ChevronDown />}
            aria-disabled={neighbour(1) === undefined}
            onClick={() => step(1, null)}
          />
          <IconButton label="Close" size="sm" icon={<X />} onClick={details.close} />
        </div>
      </div>
      <div ref={body} className="min-h-0 flex-1 space-y-4 overflow-y-auto p-4">
        {children}
      </div>
      {footer && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3">{footer}</div>
      )}
    </DetailsFrame>
  )
}
