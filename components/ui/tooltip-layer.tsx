'use client'

import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useState } from 'react'
import { Shown } from './shown.tsx'
import { watchTitles, type Tip } from './watch-titles.ts'

/** Draws what elements say by their `title`, for the pointer and for the keyboard; loaded after the page, once per document. */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null)
  // What fades out keeps its words.
  const [last, setLast] = useState<Tip | null>(null)
  if (tip !== null && tip !== last) setLast(tip)
  useEffect(() => watchTitles(setTip), [])
  return (
    <Tooltip.Root open={tip !== null} onOpenChange={(open) => !open && setTip(null)}>
      <Tooltip.Portal container={last?.element.ownerDocument.getElementById('main') ?? undefined}>
        <Tooltip.Positioner anchor={last?.element ?? null} sideOffset={6} collisionPadding={8} className="z-60">
          <Tooltip.Popup
            role="tooltip"
            className="max-w-80 rounded-md border border-line-strong bg-raised px-2 py-1 text-xs wrap-anywhere whitespace-pre-line text-ink shadow-raised transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 print:hidden"
          >
            <Shown lines>{last?.text ?? ''}</Shown>
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
