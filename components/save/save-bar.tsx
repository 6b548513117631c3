'use client'

import { Button } from '../ui/button.tsx'
import { Shown } from '../ui/shown.tsx'

type SaveBarProps = {
  changes: number
  onDiscard: () => void
  onReview: () => void
  denied: string | null
  /** What else to know of the changes, a sentence each. */
  notes: readonly string[]
}

/** Stays in view while a form holds changes that are not saved. */
export function SaveBar({ changes, onDiscard, onReview, denied, notes }: SaveBarProps) {
  if (changes === 0) return null
  return (
    <div
      data-save-bar=""
      className="sticky bottom-4 z-20 mt-6 flex max-w-form flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-4 py-2.5 shadow-raised"
    >
      <div role="status" className="mr-auto min-w-0 flex-1 basis-full sm:basis-48">
        <p>{changes === 1 ? '1 unsaved change' : `${changes} unsaved changes`}</p>
        {[...notes, ...(denied === null ? [] : [denied])].map((note) => (
          <p key={note} className="text-xs wrap-anywhere text-soft">
            <Shown>{note}</Shown>
          </p>
        ))}
      </div>
      <Button onClick={onDiscard}>Discard</Button>
      <Button variant="primary" disabled={denied !== null} onClick={onReview}>
        Review changes
      </Button>
    </div>
  )
}
