'use client'

import type { ReactNode } from 'react'
import { QueryFailure, type QueryFailureProps } from './query-failure.tsx'
import { failureOf, isGone, type Reading } from './reading.ts'
import { Skeleton } from './ui/skeleton.tsx'

type LoadedProps<T> = Omit<QueryFailureProps, 'query' | 'title'> & {
  query: Reading<T>
  /** What did not happen, if it fails; left out where the page tells it elsewhere. */
  title?: string
  /** How high what is read will be, as a class: `h-40`. */
  skeleton: string
  /** In place of all else when AWS knows no such thing. */
  gone?: ReactNode
  children: (data: T) => ReactNode
}

/** What a page shows of a query: that it is being read, failed or waits, that there is no such thing, or what was read. */
export function Loaded<T>({ query, title, skeleton, gone, children, ...look }: LoadedProps<T>) {
  if (gone !== undefined && isGone(query)) return gone
  const { data } = query
  return (
    <>
      {title !== undefined && <QueryFailure query={query} title={title} {...look} />}
      {data === undefined ? failureOf(query) === null && <Skeleton className={`w-full ${skeleton}`} /> : children(data)}
    </>
  )
}
