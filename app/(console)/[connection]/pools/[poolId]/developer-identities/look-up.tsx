'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { Loaded } from '#components/loaded.tsx'
import { isGone } from '#components/reading.ts'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { LookupKey } from '#lib/developer-identities/developer-identity.ts'
import { sideOfBox, withText, type MergeBox, type MergeBoxes } from '#lib/developer-identities/merge-boxes.ts'
import { useHydrated } from '#components/use-hydrated.ts'
import { developerIdentityKeys } from '#lib/developer-identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { NobodyFound } from './nobody-found.tsx'

type LookUpProps = {
  pool: PoolRef
  providerName: string
  /** Looked up at once, unless it is empty. */
  first: MergeBox
  /** Puts whom was found into the merge. */
  onPut: (part: keyof MergeBoxes, box: MergeBox) => void
}

/** Finds an identity by one of its users, or all users of an identity by its id. */
export function LookUp({ pool, providerName, first, onPut }: LookUpProps) {
  const queryClient = useQueryClient()
  const hydrated = useHydrated()
  const [typed, setTyped] = useState<MergeBox | null>(null)
  const [asked, setAsked] = useState<LookupKey | null>(null)
  const box = typed ?? first
  const key = asked ?? sideOfBox(first)
  const reading = useDeveloperIdentity(pool, key)
  const absent = isGone(reading)
  const next = sideOfBox(box)

  function lookUp(wanted: LookupKey) {
    void queryClient.invalidateQueries({ queryKey: developerIdentityKeys.by(pool, wanted) })
    setAsked(wanted)
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (next !== null) lookUp(next)
  }

  return (
    <Section title="Look up" description={`Who is it: a user of ${providerName}, or an identity of this pool?`}>
      <Card>
        <form role="search" aria-label="Look up" onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <TextField
            label="Developer user identifier or identity ID"
            className="min-w-0 flex-1 basis-72"
            mono
            value={box.text}
            onChange={(event) => setTyped(withText(box, event.target.value))}
          />
          <Button
            type="submit"
            icon={<Search />}
            disabled={!hydrated}
            pending={reading.isFetching && isSameKey(key, next)}
          >
            Look up
          </Button>
        </form>
        <div role="status" className="mt-4 empty:hidden">
          {absent && key && <NobodyFound asked={key} typed={box.text} onLookUp={lookUp} />}
        </div>
        {key && !absent && (
          <section aria-label="Found" className="mt-4 border-t border-line pt-4">
            <h3 className="mb-3 font-medium">
              <UserIdentifier value={nameOf(key)} />
            </h3>
            <Loaded query={reading} title="The look-up failed" skeleton="h-32" bare>
              {(found) => (
                <>
                  <IdentityFacts pool={pool} {...found} identity={reading.identity} unread={reading.unread} />
                  <div className="mt-4 flex flex-wrap gap-2">
                    <Button size="sm" onClick={() => onPut('destination', { text: nameOf(key), exact: true })}>
                      Keep this identity
                    </Button>
                    <Button size="sm" onClick={() => onPut('source', { text: nameOf(key), exact: true })}>
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

const nameOf = (key: LookupKey) => ('userIdentifier' in key ? key.userIdentifier : key.identityId)

const isSameKey = (one: LookupKey | null, other: LookupKey | null) => JSON.stringify(one) === JSON.stringify(other)
