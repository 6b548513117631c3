'use client'

import type { ReactNode } from 'react'
import { LeaveGuard } from './leave-guard.tsx'
import { SaveBar } from './save-bar.tsx'
import type { Review } from './use-reviewed-save.ts'

const CROSSED = 'Somebody else changed this meanwhile: the review shows both, and asks where they meet.'

type ReviewedSaveProps = {
  review: Review
  /** Why it may not be saved, or null. */
  denied: string | null
  /** What the changes are for, in a sentence. */
  about?: string | null
  /** Opens the review, once the form is found in order. */
  onReview: () => void
  /** The review itself, which is loaded when it is wanted. */
  children: ReactNode
}

/** What stands below a form with a review: the bar, the question before it is left, and the review. */
export function ReviewedSave({ review, denied, about = null, onReview, children }: ReviewedSaveProps) {
  const { changes, crossed, discard, reviewing } = review
  const notes = [...(about === null ? [] : [about]), ...(crossed ? [CROSSED] : [])]
  return (
    <>
      <SaveBar changes={changes.length} notes={notes} denied={denied} onDiscard={discard} onReview={onReview} />
      <LeaveGuard active={changes.length > 0} />
      {reviewing && children}
    </>
  )
}
