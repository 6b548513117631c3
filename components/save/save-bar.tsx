'use client'

import { Button } from '../ui/button.tsx'

type SaveBarProps = { changes: number; onDiscard: () => void; onReview: () => void; denied: string | null }

/** Stays in view while a form holds changes that are not saved. */
export function SaveBar({ changes, onDiscard, onReview, denied }: SaveBarProps) {
  if (changes === 0) return null
  return (
    <div className="sticky bottom-4 z-20 mt-6 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-4 py-2.5 shadow-raised">
      <p role="status" className="mr-auto">
        {changes === 1 ? '1 unsaved change' : `${changes} unsaved changes`}
        {denied && <span className="block text-xs text-soft">{denied}</span>}
      </p>
      <Button onClick={onDiscard}>Discard</Button>
      <Button variant="primary" disabled={denied !== null} onClick={onReview}>
        Review changes
      </Button>
    </div>
  )
}
