'use client'

import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useId, useState, type SubmitEvent } from 'react'
import { tellIdentities } from '#components/identity-news/tell-identities.ts'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { ReadOnlyNote } from '#components/read-only-note.tsx'
import { useReason } from '#components/save/reason-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { developerIdentityKeys, mergeOutcome } from '#lib/developer-identities/queries.ts'
import { mergeVerdict } from '#lib/developer-identities/merge-verdict.ts'
import { identityKeys } from '#lib/identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { MergeBox } from './merge-box.tsx'
import type { Merged, Seen } from './merge-result.tsx'
import type { MergeBoxesState } from './use-merge-boxes.ts'

const MergeResult = dynamic(() => import('./merge-result.tsx').then((file) => file.MergeResult), { ssr: false })
const MergeComparison = dynamic(() => import('./merge-comparison.tsx').then((file) => file.MergeComparison), {
  ssr: false,
})

type MergeProps = { pool: PoolRef; providerName: string; merge: MergeBoxesState }

/** Two identities that are one person's, side by side before anything is merged. */
export function Merge({ pool, providerName, merge }: MergeProps) {
  const queryClient = useQueryClient()
  const [merged, setMerged] = useState<Merged | null>(null)
  const why = useReason()
  const denied = useDenial(pool.connectionId, 'identities:merge')
  const note = useId()
  const { boxes, compared, ended, tried, destinationBox, sourceBox, change, swap, compare, isStill } = merge

  function read() {
    void queryClient.invalidateQueries({ queryKey: developerIdentityKeys.pool(pool) })
    void queryClient.invalidateQueries({ queryKey: identityKeys.details(pool.connectionId) })
  }
  function start(event?: SubmitEvent) {
    event?.preventDefault()
    if (compare() === null) return
    setMerged(null)
    read()
  }
  function end(done: Merged) {
    setMerged(done)
    why.field.onChange('')
  }
  /** After a merge of which nobody knows whether it was made: what both sides are now may tell. */
  async function look(doubt: Seen | null) {
    if (doubt === null) return start()
    const { preview, destination } = doubt
    const at = Date.now()
    const outcome = await queryClient
      .query(mergeOutcome(pool, preview, destination.userIdentifier, at))
      .catch(() => null)
    if (outcome === null || mergeVerdict(doubt, outcome) !== 'done') return start()
    end({ ...doubt, at })
    tellIdentities({ kind: 'merged', ...pool, identityIds: [preview.survivorId, preview.disabledId] })
  }

  return (
    <Section
      title="Merge"
      description={`Two users of ${providerName} who are one person: every login of one identity moves to the other, and the emptied identity is disabled for good.`}
    >
      <LeaveGuard
        active={why.reason !== null && merged === null}
        loses="The reason that you gave is lost, and nothing is merged."
      />
      <Card>
        <ReadOnlyNote id={note} denied={denied} title="You can compare two identities here but not merge them" />
        <form aria-label="Merge" aria-describedby={denied === null ? undefined : note} onSubmit={start}>
          <LiveFieldset className="flex flex-wrap items-start gap-2">
            <MergeBox
              ref={destinationBox}
              label="Keep the identity of"
              poolId={pool.poolId}
              box={boxes.destination}
              tried={tried}
              onBox={(box) => change({ ...boxes, destination: box })}
            />
            <Button icon={<ArrowLeftRight />} className="mt-6.5 max-sm:mt-0" onClick={swap}>
              Swap
            </Button>
            <MergeBox
              ref={sourceBox}
              label="Move everything from"
              poolId={pool.poolId}
              box={boxes.source}
              tried={tried}
              onBox={(box) => change({ ...boxes, source: box })}
            />
            <Button type="submit" variant="primary" className="mt-6.5 max-sm:mt-0">
              {ended ? 'Compare again' : 'Compare'}
            </Button>
          </LiveFieldset>
        </form>
        <p className="mt-1.5 text-xs text-soft">
          A developer user identifier or an identity ID in each box, or any text that holds one.
        </p>
        <p role="status" className="mt-2 text-warning-ink empty:hidden">
          {ended && compared === null && 'A box has changed since you compared. Compare again before you merge.'}
        </p>
        {merged && <MergeResult pool={pool} merged={merged} />}
        {compared && !merged && (
          <MergeComparison
            key={JSON.stringify(compared)}
            pool={pool}
            providerName={providerName}
            compared={compared}
            isStill={isStill}
            why={why}
            onMerged={end}
            onAgain={(doubt) => void look(doubt)}
          />
        )}
      </Card>
    </Section>
  )
}
