import type { ReactNode } from 'react'
import { Skeleton } from './ui/skeleton.tsx'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

/** The shape of a part that is on its way, which assistive technology is told in a word. */
export function WithStatus({ children }: { children: ReactNode }) {
  return (
    <div>
      <p role="status" className="sr-only">
        Loading…
      </p>
      {children}
    </div>
  )
}

/** A filter and the first rows of a table. */
export function TableSkeleton() {
  return (
    <div aria-hidden="true">
      <Skeleton className="mb-3 h-8 w-80 max-w-full rounded-md" />
      <div className="divide-y divide-line rounded-lg border border-line bg-surface">
        {upTo(8).map((row) => (
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

/** A section with its heading and so many fields or facts in its card. */
export function CardSkeleton({ rows, className = '' }: { rows: number; className?: string }) {
  return (
    <div aria-hidden="true" className={className}>
      <Skeleton className="mb-3 h-5 w-32" />
      <div className="space-y-5 rounded-lg border border-line bg-surface p-4">
        {upTo(rows).map((row) => (
          <div key={row}>
            <Skeleton className="mb-2 h-3 w-24" />
            <Skeleton className="h-8 w-full rounded-md" />
          </div>
        ))}
      </div>
    </div>
  )
}

/** Entries below each other, as of a log. */
export function ListSkeleton({ entries }: { entries: number }) {
  return (
    <div aria-hidden="true" className="space-y-3">
      {upTo(entries).map((entry) => (
        <div key={entry} className="space-y-3 rounded-lg border border-line bg-surface p-4">
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-3 w-2/3" />
        </div>
      ))}
    </div>
  )
}
