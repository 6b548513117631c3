'use client'

import ReviewDialog from '#components/save/review-dialog.tsx'
import type { Review } from '#components/save/use-reviewed-save.ts'
import { toTagCommands } from '#lib/code/tag-commands.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type Tags = Record<string, string>
type TagsReviewDialogProps = { pool: PoolRef; review: Review; arn: string; before: Tags; after: Tags }

/** The review of a change of the tags. */
export default function TagsReviewDialog({ pool, review, arn, before, after }: TagsReviewDialogProps) {
  return (
    <ReviewDialog
      title="Review changes"
      review={review}
      command={() => toTagCommands(pool, arn, before, after)}
      saveLabel="Save tags"
    />
  )
}
