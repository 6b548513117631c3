import { Skeleton } from './ui/skeleton.tsx'
import { CardSkeleton, TableSkeleton, WithStatus } from './part-skeleton.tsx'

type PageSkeletonProps = {
  /** What stands below the head of the page: a table with its filter, a form, or two columns of cards. */
  shape?: 'table' | 'form' | 'columns'
}

/** The shape of a page while its data is on the way. */
export function PageSkeleton({ shape = 'table' }: PageSkeletonProps) {
  return (
    <WithStatus>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-2.5 mb-6 h-4 w-72 max-w-full" />
      {shape === 'table' && <TableSkeleton />}
      {shape === 'form' && <CardSkeleton rows={3} className="max-w-form" />}
      {shape === 'columns' && (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <CardSkeleton rows={4} />
          <CardSkeleton rows={4} />
        </div>
      )}
    </WithStatus>
  )
}
