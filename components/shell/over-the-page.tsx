'use client'

import { UndoReview } from '../restore/undo-review.tsx'
import { ServerGone } from '../server-gone.tsx'
import { ToastViewport } from '../ui/toast-viewport.tsx'
import { TooltipLayer } from '../ui/tooltip-layer.tsx'

/** What may lie over any page; loaded after it, once per document. */
export function OverThePage() {
  return (
    <>
      <ToastViewport />
      <UndoReview />
      <ServerGone />
      <TooltipLayer />
    </>
  )
}
