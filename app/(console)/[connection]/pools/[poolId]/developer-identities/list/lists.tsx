'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { QueryFailure } from '#components/query-failure.tsx'
import { Loaded } from '#components/loaded.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { developerIdentitiesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { linesOfJob } from '#lib/jobs/queries.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { LookUpList } from './look-up-list.tsx'
import { MergeList } from './merge-list.tsx'

/** `from`: the job whose list is taken over. */
type ListsProps = { pool: PoolRef; from: string | null }

/** Many users of a pool at once, as jobs. */
export function Lists({ pool, from }: ListsProps) {
  const taken = useQuery({ ...linesOfJob({ ...pool, jobId: from ?? '' }), enabled: from !== null })
  // What is typed into a box would be gone when the list came later.
  const isTaking = from !== null && taken.isPending
  const first = (kind: string) => (taken.data?.kind === kind ? taken.data.text : '')
  const detail = useQuery(poolDetail(pool))
  return (
    <div className="space-y-8">
      <ButtonLink href={developerIdentitiesPath(pool)} icon={<ArrowLeft />}>
        Developer identities
      </ButtonLink>
      {isTaking ? (
        <Skeleton className="h-60" />
      ) : (
        <Loaded query={detail} skeleton="h-60">
          {({ developerProviderName: providerName }) => (
            <div className="space-y-8">
              <QueryFailure query={taken} title="The list of that job could not be read" />
              <LookUpList pool={pool} providerName={providerName} first={first('look-up-list')} />
              {providerName !== null && (
                <MergeList pool={pool} providerName={providerName} first={first('check-merges')} />
              )}
            </div>
          )}
        </Loaded>
      )}
    </div>
  )
}
