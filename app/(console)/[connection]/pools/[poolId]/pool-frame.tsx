'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import { poolPages } from '#components/pool-pages.ts'
import { QueryFailure } from '#components/query-failure.tsx'
import { failureOf } from '#components/reading.ts'
import { TabNav } from '#components/ui/tab-nav.tsx'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { PoolHeader } from './pool-header.tsx'

// Seldom seen: it comes with the page of a pool that is gone alone.
const GonePool = dynamic(() => import('./gone-pool.tsx'))

type PoolFrameProps = {
  pool: PoolRef
  /** Whether the server has just read the pool; if not, what a list showed of it before counts no longer. */
  found: boolean
  children: ReactNode
}

/** A pool's header and tabs around its pages; when there is no such pool, that in place of them. */
export function PoolFrame({ pool, found, children }: PoolFrameProps) {
  const query = useQuery({ ...poolDetail(pool), refetchOnMount: found || 'always' })
  const present = failureOf(query)
  const [last, setLast] = useState(present)
  if (present !== null && present !== last) setLast(present)
  // What was said stays while it is asked again.
  const failure = present ?? (query.data === undefined && query.isFetching ? last : null)
  const gone = failure !== null && ['NOT_FOUND', 'FORBIDDEN'].includes(errorShape(failure).code)
  if (gone)
    return (
      <GonePool pool={pool} failure={failure} reading={query}>
        {children}
      </GonePool>
    )
  return (
    <>
      <PoolHeader pool={pool} detail={query.data ?? null} />
      <QueryFailure query={query} title="The pool's configuration could not be read" />
      <TabNav label="Pool" items={poolPages(pool)} />
      {children}
    </>
  )
}
