import { WithStatus } from '#components/part-skeleton.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'

export default function CodeLoading() {
  return (
    <WithStatus>
      <Skeleton className="mb-4 h-9 w-96 max-w-full rounded-lg" />
      <Skeleton className="h-80 w-full max-w-form rounded-lg" />
    </WithStatus>
  )
}
