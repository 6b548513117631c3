'use client'

import { useQuery } from '@tanstack/react-query'
import { FailureState } from '#components/failure-state.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'
import { TagsForm } from './tags-form.tsx'

/** A pool's tags, once they are read. */
export function TagsEditor({ pool }: { pool: PoolRef }) {
  const { data, error, failureReason, isFetching, refetch } = useQuery(poolTags(pool))
  const failure = error ?? failureReason
  if (data) return <TagsForm pool={pool} latest={data} />
  return (
    <Section title="Tags">
      <Card flush={failure !== null}>
        {failure ? (
          <FailureState
            title="The tags could not be read"
            error={failure}
            retrying={isFetching}
            onRetry={() => void refetch()}
            compact
          />
        ) : (
          <Skeleton className="h-24 w-full" />
        )}
      </Card>
    </Section>
  )
}
