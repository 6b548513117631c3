'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { mergeDifferences, type MergePreview } from '#lib/developer-identities/merge-preview.ts'
import { mergeOutcome } from '#lib/developer-identities/queries.ts'
import { Loaded } from '../loaded.tsx'
import { Callout } from '../ui/callout.tsx'
import { SentenceList } from '../ui/sentence-list.tsx'
import { IdentityFacts } from './identity-facts.tsx'
import { OldNewIds } from './old-new-ids.tsx'

type MergeOutcomeProps = {
  pool: PoolRef
  preview: MergePreview
  userIdentifier: string
  /** When it was done; tells one from another of the same identities. */
  at: number
  /** What was done: Merged, United. */
  past: string
}

/** What came of bringing two identities together, read from the service and held against what was promised. */
export function MergeOutcome({ pool, preview, userIdentifier, at, past }: MergeOutcomeProps) {
  const query = useQuery(mergeOutcome(pool, preview, userIdentifier, at))
  const { data } = query
  const differences = data ? mergeDifferences(preview, data) : []
  const { connectionId } = pool
  const survivorId = data?.survivor.identityId ?? preview.survivorId
  const link = (identityId: string) => (
    <Link
      href={`${identityPath({ connectionId, identityId })}?pool=${pool.poolId}`}
      className="rounded-sm font-mono text-xs wrap-anywhere text-accent-ink underline"
    >
      {identityId}
    </Link>
  )
  return (
    <>
      <div role="status">
        {data && differences.length === 0 && (
          <Callout title={`${past}, and as the preview said`}>
            {link(preview.disabledId)} is disabled: merged into {link(preview.survivorId)}. A device that still holds
            the old ID gets “Access to Identity is forbidden” until its app clears it: let the person sign out and in
            again.
          </Callout>
        )}
        {data && differences.length > 0 && (
          <Callout tone="warning" title={`${past}, but not as the preview said`}>
            <SentenceList sentences={differences} />
          </Callout>
        )}
      </div>
      <OldNewIds
        oldId={survivorId === preview.disabledId ? preview.survivorId : preview.disabledId}
        newId={survivorId}
      />
      <Callout title="What can still be put right">
        If it was wrong, unlink who does not belong here at once, on the page of {link(survivorId)}: that shuts them out
        again, but their old identity stays lost.
      </Callout>
      <Loaded query={query} title="It was done; what came of it could not be read" skeleton="h-40" bare>
        {({ survivor, userIdentifiers }) => (
          <IdentityFacts
            pool={pool}
            identityId={survivor.identityId}
            userIdentifiers={userIdentifiers}
            identity={survivor}
          />
        )}
      </Loaded>
    </>
  )
}
