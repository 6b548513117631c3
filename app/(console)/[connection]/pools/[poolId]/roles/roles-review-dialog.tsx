'use client'

import { useForeseenReach } from '#components/foreseen-reach/use-foreseen-reach.tsx'
import ReviewDialog from '#components/save/review-dialog.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { toSetRolesCommand } from '#lib/code/to-aws-cli.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'
import { roleConsequences } from '#lib/roles/role-consequences.ts'
import type { useRolesReview } from './use-roles-review.ts'

type RolesReviewDialogProps = { pool: PoolRef; review: ReturnType<typeof useRolesReview>; mine: RoleSettings }

/** The review of a change of the roles, with what it takes away from users. */
export default function RolesReviewDialog({ pool, review, mine }: RolesReviewDialogProps) {
  const { detail, roles } = review.base
  const consequences = roleConsequences(roles, mine, detail.allowUnauthenticated)
  const gate = useForeseenReach(pool, { access: null, roles: mine })
  return (
    <ReviewDialog
      title="Review changes"
      review={review}
      consequences={consequences.length > 0 && <SentenceList sentences={consequences} />}
      gate={gate}
      command={() => toSetRolesCommand(detail.region, pool.poolId, mine)}
      saveLabel="Save roles"
    />
  )
}
