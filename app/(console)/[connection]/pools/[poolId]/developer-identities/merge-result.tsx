'use client'

import { useQuery } from '@tanstack/react-query'
import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import { Loaded } from '#components/loaded.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { mergeDifferences, type MergePreview } from '#lib/developer-identities/merge-preview.ts'
import { mergeOutcome } from '#lib/developer-identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type MergeResultProps = { pool: PoolRef; preview: MergePreview; userIdentifier: string; mergedAt: number }

/** What a merge left, read from the service and held against what was promised. */
export function MergeResult({ pool, preview, userIdentifier, mergedAt }: MergeResultProps) {
  const query = useQuery(mergeOutcome(pool, preview, userIdentifier, mergedAt))
  const { data } = query
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
            <SentenceList sentences={differences} />
          </Callout>
        )}
      </div>
      <Loaded query={query} title="They were merged; what came of it could not be read" skeleton="h-40" bare>
        {({ survivor, userIdentifiers }) => (
          <IdentityFacts
            pool={pool}
            identityId={survivor.identityId}
            userIdentifiers={userIdentifiers}
            identity={survivor}
          />
        )}
      </Loaded>
    </section>
  )
}
