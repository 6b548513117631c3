import { Skeleton } from './ui/skeleton.tsx'

const ROWS = Array.from({ length: 8 }, (_, index) => index)

/** The shape of a page with a table while its data is on the way. */
export function PageSkeleton() {
  return (
    <div>
      <p role="status" className="sr-only">
        Loading…
      </p>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-3 h-4 w-72 max-w-full" />
      <div className="mt-8 divide-y divide-line rounded-lg border border-line bg-surface" aria-hidden="true">
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-6 px-3">
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3 w-1/4" />
            <Skeleton className="h-3 w-1/6" />
          </div>
        ))}
      </div>
    </div>
  )
}
