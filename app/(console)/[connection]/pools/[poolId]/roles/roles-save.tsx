'use client'

import { useFormContext, type FieldErrors } from 'react-hook-form'
import { ReviewedSave } from '#components/save/reviewed-save.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { useDenial } from '#components/use-denial.ts'
import { toSetRolesCommand } from '#lib/code/to-aws-cli.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'
import { roleConsequences } from '#lib/roles/role-consequences.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { firstMistake } from './first-mistake.ts'
import { useFieldFocus } from './use-field-focus.ts'
import type { useRolesReview } from './use-roles-review.ts'

type RolesSaveProps = { pool: PoolRef; review: ReturnType<typeof useRolesReview>; mine: RoleSettings }

/** The save bar of the roles and the review before a save. */
export function RolesSave({ pool, review, mine }: RolesSaveProps) {
  const form = useFormContext<RolesForm>()
  const focusOn = useFieldFocus()
  const showMistake = (errors: FieldErrors<RolesForm>) => {
    const first = firstMistake(errors)
    if (first) focusOn(first)
  }
  const denied = useDenial(pool.connectionId, 'pools:update')
  const { detail, roles } = review.base
  const consequences = roleConsequences(roles, mine, detail.allowUnauthenticated)
  return (
    <ReviewedSave
      title="Save roles"
      review={review}
      consequences={consequences.length > 0 && <SentenceList sentences={consequences} />}
      command={() => toSetRolesCommand(detail.region, pool.poolId, mine)}
      saveLabel="Save roles"
      denied={denied}
      onReview={() => void form.handleSubmit(review.open, showMistake)()}
    />
  )
}
