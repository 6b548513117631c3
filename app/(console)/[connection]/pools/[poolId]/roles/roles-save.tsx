'use client'

import dynamic from 'next/dynamic'
import { useFormContext, type FieldErrors } from 'react-hook-form'
import { ReviewedSave } from '#components/save/reviewed-save.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { firstMistake } from '#components/pool-roles/first-mistake.ts'
import { useFieldFocus } from '#components/pool-roles/use-field-focus.ts'
import type { useRolesReview } from './use-roles-review.ts'

const RolesReviewDialog = dynamic(() => import('./roles-review-dialog.tsx'), { ssr: false })

type RolesSaveProps = {
  pool: PoolRef
  review: ReturnType<typeof useRolesReview>
  mine: RoleSettings
  denied: string | null
  about: string | null
}

/** The save bar of the roles and the review before a save. */
export function RolesSave({ pool, review, mine, denied, about }: RolesSaveProps) {
  const form = useFormContext<RolesForm>()
  const focusOn = useFieldFocus()
  const showMistake = (errors: FieldErrors<RolesForm>) => {
    const first = firstMistake(errors)
    if (first) focusOn(first)
  }
  return (
    <ReviewedSave
      review={review}
      denied={denied}
      about={about}
      onReview={() => void form.handleSubmit(review.open, showMistake)()}
    >
      <RolesReviewDialog pool={pool} review={review} mine={mine} />
    </ReviewedSave>
  )
}
