'use client'

import { MergeOutcome } from '#components/developer-identities/merge-outcome.tsx'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import type { MergePreview } from '#lib/developer-identities/merge-preview.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** Two identities as they were compared, and what was to come of them. */
export type Seen = { destination: MergeSide; source: MergeSide; preview: MergePreview }

/** A merge that was made. `at` tells one from another of the same identities. */
export type Merged = Seen & { at: number }

/** What a merge left. It stays until another is compared, whatever the boxes say. */
export function MergeResult({ pool, merged: { destination, source, preview, at } }: { pool: PoolRef; merged: Merged }) {
  return (
    <section aria-label="Merged" className="mt-4 space-y-4 border-t border-line pt-4">
      <h3 className="font-medium">
        <UserIdentifier value={source.userIdentifier} /> was merged into{' '}
        <UserIdentifier value={destination.userIdentifier} />
      </h3>
      <MergeOutcome pool={pool} preview={preview} userIdentifier={destination.userIdentifier} at={at} past="Merged" />
    </section>
  )
}
