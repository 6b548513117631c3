import { WithStatus } from '#components/part-skeleton.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'

/** So many lines of change an entry has. */
const entries = [2, 1, 3, 1]

export default function HistoryLoading() {
  return (
    <WithStatus>
      <div aria-hidden="true">
        <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <Skeleton className="h-5 w-20" />
            <Skeleton className="mt-2 h-4 w-lg max-w-full" />
          </div>
          <Skeleton className="h-8 w-72 max-w-full rounded-md" />
        </div>
        <div className="rounded-lg border border-line bg-surface">
          {entries.map((lines, index) => (
            // They differ in nothing else.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className="relative py-3 pr-4 pl-11">
              <span className="absolute inset-y-0 left-5.5 w-px bg-line" />
              {index === 0 && <Skeleton className="mb-2.5 -ml-7 h-5.5 w-32" />}
              <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5">
                <Skeleton className="h-4 w-40" />
                <Skeleton className="h-4 w-28" />
                <Skeleton className="h-4 w-48 max-w-full" />
              </div>
              <div className="space-y-2 rounded-lg border border-line p-3">
                {Array.from({ length: lines }, (_, line) => (
                  <Skeleton key={line} className="h-3 w-2/3" />
                ))}
              </div>
            </div>
          ))}
        </div>
      </div>
    </WithStatus>
  )
}
