'use client'

import dynamic from 'next/dynamic'
import { LeaveGuard } from './leave-guard.tsx'
import type { ReviewDialogProps } from './review-dialog.tsx'
import { SaveBar } from './save-bar.tsx'

const ReviewDialog = dynamic(() => import('./review-dialog.tsx'), { ssr: false })

type ReviewedSaveProps = ReviewDialogProps & {
  /** Why it may not be saved, or null. */
  denied: string | null
  /** Opens the review, once the form is found in order. */
  onReview: () => void
}

/** What stands below a form with a review: the bar, the question before it is left, and the review itself. */
export function ReviewedSave({ denied, onReview, ...dialog }: ReviewedSaveProps) {
  const { changes, discard, reviewing } = dialog.review
  return (
    <>
      <SaveBar changes={changes.length} denied={denied} onDiscard={discard} onReview={onReview} />
      <LeaveGuard active={changes.length > 0} />
      {reviewing && <ReviewDialog {...dialog} />}
    </>
  )
}
