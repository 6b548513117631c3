'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState, type SubmitEvent } from 'react'
import { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { Loaded } from '#components/loaded.tsx'
import { isGone } from '#components/reading.ts'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { Section } from '#components/ui/section.tsx'
import type { LookupKey } from '#lib/developer-identities/developer-identity.ts'
import {
  boxWith,
  readBox,
  sideName,
  type MergeBox as Box,
  type MergeBoxes,
} from '#lib/developer-identities/merge-boxes.ts'
import { developerIdentityKeys } from '#lib/developer-identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { MergeBox } from './merge-box.tsx'

const IdentityFacts = dynamic(() =>
  import('#components/developer-identities/identity-facts.tsx').then((file) => file.IdentityFacts),
)
const NobodyFound = dynamic(() => import('./nobody-found.tsx').then((file) => file.NobodyFound), { ssr: false })

type LookUpProps = {
  pool: PoolRef
  providerName: string
  /** Looked up at once, unless it is empty. */
  first: Box
  /** Puts whom was found into the merge. */
  onPut: (part: keyof MergeBoxes, box: Box) => void
}

/** Finds an identity by one of its users, or all users of an identity by its id. */
export function LookUp({ pool, providerName, first, onPut }: LookUpProps) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState<Box | null>(null)
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState<LookupKey | null>(null)
  const box = typed ?? first
  const key = asked ?? first.key
  const reading = useDeveloperIdentity(pool, key)
  const absent = isGone(reading)
  const next = readBox(box, pool.poolId)

  function lookUp(wanted: LookupKey) {
    void queryClient.invalidateQueries({ queryKey: developerIdentityKeys.by(pool, wanted) })
    setAsked(wanted)
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(next.kind !== 'side')
    if (next.kind === 'side') lookUp(next.key)
  }

  return (
    <Section title="Look up" description={`Who is it: a user of ${providerName}, or an identity of this pool?`}>
      <Card>
        <form role="search" aria-label="Look up" onSubmit={submit}>
          <LiveFieldset className="flex flex-wrap items-start gap-2">
            <MergeBox
              label="Developer user identifier or identity ID"
              poolId={pool.poolId}
              box={box}
              tried={tried}
              onBox={setTyped}
            />
            <Button
              type="submit"
              icon={<Search />}
              className="mt-6.5 max-sm:mt-0"
              pending={reading.isFetching && next.kind === 'side' && isSameKey(key, next.key)}
            >
              Look up
            </Button>
          </LiveFieldset>
        </form>
        <div role="status" className="mt-4 empty:hidden">
          {absent && key && (
            <NobodyFound asked={key} exactly={next.kind === 'side' ? next.exactly : null} onLookUp={lookUp} />
          )}
        </div>
        {key && !absent && (
          <section aria-label="Found" className="mt-4 border-t border-line pt-4">
            <h3 className="mb-3 font-medium">
              <UserIdentifier value={sideName(key)} />
            </h3>
            <Loaded query={reading} title="The look-up failed" skeleton="h-32" bare>
              {(found) => (
                <>
                  <IdentityFacts pool={pool} {...found} identity={reading.identity} unread={reading.unread} />
                  <div className="mt-4 flex flex-wrap gap-2">
                    <Button size="sm" onClick={() => onPut('destination', boxWith(key))}>
                      Keep this identity
                    </Button>
                    <Button size="sm" onClick={() => onPut('source', boxWith(key))}>
                      Move this one into another
                    </Button>
                  </div>
                </>
              )}
            </Loaded>
          </section>
        )}
      </Card>
    </Section>
  )
}

const isSameKey = (one: LookupKey | null, other: LookupKey | null) => JSON.stringify(one) === JSON.stringify(other)
