'use client'

import { useQuery } from '@tanstack/react-query'
import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import { FailureState } from '#components/failure-state.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { mergeDifferences, type MergePreview } from '#lib/developer-identities/merge-preview.ts'
import { mergeOutcome } from '#lib/developer-identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type MergeResultProps = { pool: PoolRef; preview: MergePreview; userIdentifier: string; mergedAt: number }

/** What a merge left, read from the service and held against what was promised. */
export function MergeResult({ pool, preview, userIdentifier, mergedAt }: MergeResultProps) {
  const { data, error, failureReason, isFetching, refetch } = useQuery(
    mergeOutcome(pool, preview, userIdentifier, mergedAt),
  )
  const failure = error ?? failureReason
  const differences = data ? mergeDifferences(preview, data) : []
  return (
    <section aria-label="Merged" className="mt-4 space-y-4 border-t border-line pt-4">
      <div role="status">
        {data && differences.length === 0 && (
          <Callout title="Merged, and as the preview said">
            {preview.disabledId} is disabled. A device that still holds it gets “Access to Identity is forbidden” until
            its app clears it: let the person sign out and in again.
          </Callout>
        )}
        {data && differences.length > 0 && (
          <Callout tone="warning" title="Merged, but not as the preview said">
            <ul className="list-disc pl-4">
              {differences.map((difference) => (
                <li key={difference}>{difference}</li>
              ))}
            </ul>
          </Callout>
        )}
      </div>
      {data ? (
        <IdentityFacts
          pool={pool}
          identityId={data.survivor.identityId}
          userIdentifiers={data.userIdentifiers}
          identity={data.survivor}
        />
      ) : failure ? (
        <FailureState
          title="They were merged; what came of it could not be read"
          error={failure}
          retrying={isFetching}
          onRetry={() => void refetch()}
          compact
        />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </section>
  )
}
