'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { tellIdentities } from '#components/identity-news/tell-identities.ts'
import type { ReasonState } from '#components/save/reason-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { LookupKey, MergeSide as Side } from '#lib/developer-identities/developer-identity.ts'
import { sideName, type ComparedSides } from '#lib/developer-identities/merge-boxes.ts'
import { mergeConflicts } from '#lib/developer-identities/merge-conflicts.ts'
import { mergeOutcome } from '#lib/developer-identities/queries.ts'
import { mergePreview } from '#lib/developer-identities/merge-preview.ts'
import { sideMerits } from '#lib/developer-identities/side-merits.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { MergeConflicts } from './merge-conflicts.tsx'
import { MergePreviewCard } from './merge-preview-card.tsx'
import type { Merged, Seen } from './merge-result.tsx'
import { MergeSide } from './merge-side.tsx'

const MergeDialog = dynamic(() => import('./merge-dialog.tsx'), { ssr: false })

type MergeComparisonProps = {
  pool: PoolRef
  providerName: string
  compared: ComparedSides
  /** Whether the boxes still say what was compared. */
  isStill: () => boolean
  why: ReasonState
  onMerged: (merged: Merged) => void
  /** `doubt`: what was to be merged, where nobody knows whether it was. */
  onAgain: (doubt: Seen | null) => void
}

/** Both sides in full, what stands in the way, what would come of it, and the button that does it. */
export function MergeComparison(props: MergeComparisonProps) {
  const { pool, providerName, compared, isStill, why, onMerged, onAgain } = props
  const client = useQueryClient()
  const one = useDeveloperIdentity(pool, compared.destination)
  const other = useDeveloperIdentity(pool, compared.source)
  // What was seen when the button was pressed: nothing else is merged, whatever is read meanwhile.
  const [asking, setAsking] = useState<Seen | null>(null)
  const denied = useDenial(pool.connectionId, 'identities:merge')
  const destination = sideOf(compared.destination, one)
  const source = sideOf(compared.source, other)
  const conflicts = destination && source ? mergeConflicts(destination, source, providerName) : []
  const possible = destination && source && !conflicts.some(({ certain }) => certain)
  const seen = possible ? { destination, source, preview: mergePreview(destination, source) } : null
  const tell = ({ preview }: Seen, kind: 'merged' | 'unsure') =>
    tellIdentities({ kind, ...pool, identityIds: [preview.survivorId, preview.disabledId] })
  const merits = (side: Side | null, than: Side | null) => (side && than ? sideMerits(side, than, providerName) : [])
  return (
    <div className="mt-4 space-y-4 border-t border-line pt-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <MergeSide
          pool={pool}
          part="destination"
          name={sideName(compared.destination)}
          reading={one}
          merits={merits(destination, source)}
          possible={seen !== null}
        />
        <MergeSide
          pool={pool}
          part="source"
          name={sideName(compared.source)}
          reading={other}
          merits={merits(source, destination)}
          possible={seen !== null}
        />
      </div>
      <MergeConflicts conflicts={conflicts} />
      {seen && (
        <>
          <p className="text-soft">
            Keep the identity under which the app has the data: in most apps that is the older one, or the one that the
            person used every day. When in doubt, ask whoever runs the app. <strong>Swap</strong> turns the two round.
          </p>
          <MergePreviewCard {...seen} providerName={providerName} />
          <Button variant="danger" denied={denied} onClick={() => isStill() && setAsking(seen)}>
            Merge identities
          </Button>
        </>
      )}
      {asking && (
        <MergeDialog
          pool={pool}
          providerName={providerName}
          destination={asking.destination}
          source={asking.source}
          onMerged={() => {
            const at = Date.now()
            const { preview, destination: stays } = asking
            void client.query(mergeOutcome(pool, preview, stays.userIdentifier, at)).catch(() => undefined)
            tell(asking, 'merged')
            onMerged({ ...asking, at })
          }}
          onDoubt={() => tell(asking, 'unsure')}
          why={why}
          onLookAgain={(isOpen) => onAgain(isOpen ? asking : null)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}

/** A side that was named by its identity is merged by the first user who leads to it. */
function sideOf(key: LookupKey, reading: ReturnType<typeof useDeveloperIdentity>): Side | null {
  const { data: found, identity } = reading
  if (!found || !identity) return null
  const { userIdentifiers } = found
  const userIdentifier = 'userIdentifier' in key ? key.userIdentifier : (userIdentifiers[0] ?? key.identityId)
  return { userIdentifier, identity, userIdentifiers }
}
