'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { MergeSide as Side } from '#lib/developer-identities/developer-identity.ts'
import { mergeConflicts } from '#lib/developer-identities/merge-conflicts.ts'
import { mergePreview, type MergePreview } from '#lib/developer-identities/merge-preview.ts'
import { developerIdentityKeys } from '#lib/developer-identities/queries.ts'
import { identityKeys } from '#lib/identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { MergeConflicts } from './merge-conflicts.tsx'
import { MergePreviewCard } from './merge-preview-card.tsx'
import { MergeResult } from './merge-result.tsx'
import { MergeSide } from './merge-side.tsx'

const MergeDialog = dynamic(() => import('./merge-dialog.tsx'), { ssr: false })

/** Two developer user identifiers: whose identity stays and whose is moved into it. */
export type MergeUsers = { destination: string; source: string }

type MergeComparisonProps = { pool: PoolRef; providerName: string; users: MergeUsers; onAgain: () => void }

/** Both sides in full, what stands in the way, what would come of it, and the button that does it. */
export function MergeComparison({ pool, providerName, users, onAgain }: MergeComparisonProps) {
  const one = useDeveloperIdentity(pool, { userIdentifier: users.destination })
  const other = useDeveloperIdentity(pool, { userIdentifier: users.source })
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [merged, setMerged] = useState<{ preview: MergePreview; users: MergeUsers; at: number } | null>(null)
  const denied = useDenial(pool.connectionId, 'identities:merge')

  if (merged && merged.users.destination === users.destination && merged.users.source === users.source) {
    return <MergeResult pool={pool} preview={merged.preview} userIdentifier={users.destination} mergedAt={merged.at} />
  }
  const destination = sideOf(users.destination, one)
  const source = sideOf(users.source, other)
  const conflicts = destination && source ? mergeConflicts(destination, source, providerName) : []
  const preview = destination && source ? mergePreview(destination, source) : null
  const impossible = conflicts.some(({ certain }) => certain)
  return (
    <div className="mt-4 space-y-4 border-t border-line pt-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <MergeSide pool={pool} part="destination" userIdentifier={users.destination} reading={one} />
        <MergeSide pool={pool} part="source" userIdentifier={users.source} reading={other} />
      </div>
      <MergeConflicts conflicts={conflicts} />
      {destination && source && preview && !impossible && (
        <>
          <MergePreviewCard preview={preview} />
          <Button variant="danger" denied={denied} onClick={() => setAsking(true)}>
            Merge identities
          </Button>
          {denied && <p className="text-soft">{denied}</p>}
        </>
      )}
      {asking && destination && source && preview && (
        <MergeDialog
          pool={pool}
          providerName={providerName}
          destination={destination}
          source={source}
          onMerged={() => {
            setMerged({ preview, users, at: Date.now() })
            void queryClient.invalidateQueries({ queryKey: developerIdentityKeys.pool(pool) })
            void queryClient.invalidateQueries({ queryKey: identityKeys.details(pool.connectionId) })
          }}
          onLookAgain={onAgain}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function sideOf(userIdentifier: string, reading: ReturnType<typeof useDeveloperIdentity>): Side | null {
  const { data: found, identity } = reading
  return found && identity ? { userIdentifier, identity, userIdentifiers: found.userIdentifiers } : null
}
