import { Skeleton } from '../ui/skeleton.tsx'
import { DetailsFrame } from './details-frame.tsx'

/** The side panel until what draws it is loaded. */
export const DetailsSkeleton = () => (
  <DetailsFrame>
    <div className="space-y-3 p-4" aria-busy="true">
      <Skeleton className="h-6 w-2/3" />
      <Skeleton className="h-40 w-full" />
    </div>
  </DetailsFrame>
)
