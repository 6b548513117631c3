import dynamic from 'next/dynamic'
import { useDeferredValue } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { BehindNotice } from '#components/save/behind-notice.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { toRoleSettings } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { RolesFields } from './roles-fields.tsx'
import { RolesSave } from './roles-save.tsx'
import { useRemedy } from './use-remedy.ts'
import { useRolesReview, type PoolWithRoles } from './use-roles-review.ts'

const RoleSimulator = dynamic(() => import('./role-simulator.tsx'), {
  ssr: false,
  loading: () => <Skeleton className="h-112 w-full" />,
})

type ReviewedRolesProps = PoolWithRoles & { pool: PoolRef; remedy: Remedy | null }

/** The form, what it changes, and the simulator beside it. Each key comes through here: its parts are drawn when they change. */
export function ReviewedRoles({ pool, remedy, ...latest }: ReviewedRolesProps) {
  const { control, reset } = useFormContext<RolesForm>()
  const mine = useWatch({ control, compute: toRoleSettings })
  const review = useRolesReview({ pool, latest, mine, show: reset })
  const { detail, roles } = review.base
  const hydrated = useHydrated()
  useRemedy(hydrated ? remedy : null)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <form noValidate className="min-w-0" onSubmit={(event) => event.preventDefault()}>
        <BehindNotice review={review} />
        <RolesFields pool={pool} detail={detail} roles={roles} disabled={!hydrated || review.unread} />
        <RolesSave pool={pool} review={review} mine={mine} />
      </form>
      <RoleSimulator detail={detail} roles={useDeferredValue(mine)} />
    </div>
  )
}
