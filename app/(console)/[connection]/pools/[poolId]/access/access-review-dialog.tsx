'use client'

import { useQuery } from '@tanstack/react-query'
import { useForeseenReach } from '#components/foreseen-reach/use-foreseen-reach.tsx'
import ReviewDialog from '#components/save/review-dialog.tsx'
import { taggedOnly } from '#lib/code/snapshot.ts'
import { toSaveCommands } from '#lib/code/to-aws-cli.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { editedTags, withSettings } from '#lib/pool-access/access-settings.ts'
import { consequences } from '#lib/pool-access/consequences.ts'
import { tagEdits } from '#lib/pool-access/pool-change.ts'
import type { AccessSettings } from '#lib/pool-access/schema.ts'
import type { ProviderTags } from '#lib/principal-tags/principal-tags.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { ConsequenceList } from './consequence-list.tsx'
import type { useAccessReview } from './use-access-review.ts'

type AccessReviewDialogProps = {
  pool: PoolRef
  review: ReturnType<typeof useAccessReview>
  settings: AccessSettings
  /** The providers' principal tags, where they are known. */
  tags: ProviderTags[] | undefined
}

/** The review of a change of the access, with what it means for users. */
export default function AccessReviewDialog({ pool, review, settings, tags }: AccessReviewDialogProps) {
  const { base } = review
  const roles = useQuery(poolRoles(pool))
  const effects = consequences(base, settings, {
    mapped: roles.data?.mappings.map(({ provider }) => provider) ?? null,
    tagged: tags ? taggedOnly(tags).map(({ provider }) => provider) : null,
  })
  const { allowUnauthenticated, classicFlow } = settings
  const opens = allowUnauthenticated !== base.allowUnauthenticated || classicFlow !== base.classicFlow
  const gate = useForeseenReach(pool, opens ? { access: { allowUnauthenticated, classicFlow }, roles: null } : null)
  return (
    <ReviewDialog
      title="Review changes"
      review={review}
      consequences={effects.length > 0 && <ConsequenceList pool={pool} effects={effects} />}
      gate={gate}
      command={() => toSaveCommands(withSettings(base, settings), tagEdits(base, settings).map(editedTags))}
      saveLabel="Save changes"
    />
  )
}
