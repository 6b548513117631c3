import dynamic from 'next/dynamic'
import { useDeferredValue, useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { BehindNotice } from '#components/save/behind-notice.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { ReadOnlyNote } from '#components/read-only-note.tsx'
import { useDenial } from '#components/use-denial.ts'
import { LostFinding } from '#components/finding-place/lost-finding.tsx'
import { FindingContext, type PlacedFinding } from '#components/finding-place/finding-context.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { toRoleSettings } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { RolesFields } from './roles-fields.tsx'
import { RolesSave } from './roles-save.tsx'
import { useRolesReview, type PoolWithRoles } from './use-roles-review.ts'

const RoleSimulator = dynamic(() => import('./role-simulator.tsx'), {
  ssr: false,
  loading: () => <Skeleton className="h-112 w-full" />,
})

type ReviewedRolesProps = PoolWithRoles & {
  pool: PoolRef
  finding: { placed: PlacedFinding; isLost: boolean; aim: string | null }
}

/** The form, what it changes, and the simulator beside it. Each key comes through here: its parts are drawn when they change. */
export function ReviewedRoles({ pool, finding: { placed, isLost, aim }, ...latest }: ReviewedRolesProps) {
  const { control, reset } = useFormContext<RolesForm>()
  const mine = useWatch({ control, compute: toRoleSettings })
  const show = (form: RolesForm) => {
    reset(form)
    placed.forget()
  }
  const review = useRolesReview({ pool, latest, mine, show })
  const { detail, roles } = review.base
  const denied = useDenial(pool.connectionId, 'pools:update')
  const note = useId()
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,var(--container-form))_minmax(18rem,1fr)]">
      <form
        noValidate
        aria-label="Roles"
        aria-describedby={denied === null ? undefined : note}
        className="min-w-0"
        onSubmit={(event) => event.preventDefault()}
      >
        <ReadOnlyNote id={note} denied={denied} title="You can try roles out here but not save them" />
        {isLost && <LostFinding title={placed.title} />}
        <BehindNotice review={review} />
        <FindingContext value={placed}>
          <RolesFields pool={pool} detail={detail} roles={roles} disabled={review.unread} />
        </FindingContext>
        <RolesSave pool={pool} review={review} mine={mine} denied={denied} about={aim} />
      </form>
      <RoleSimulator connectionId={pool.connectionId} detail={detail} roles={useDeferredValue(mine)} />
    </div>
  )
}
