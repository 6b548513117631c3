import { CardSkeleton, ListSkeleton, WithStatus } from '#components/part-skeleton.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'

export default function OverviewLoading() {
  return (
    <WithStatus>
      <Skeleton className="mb-3 h-5 w-32" />
      <ListSkeleton entries={2} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <CardSkeleton rows={3} />
        <CardSkeleton rows={3} />
      </div>
    </WithStatus>
  )
}
