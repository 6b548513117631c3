'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { IdentityFacts } from '#components/developer-identities/identity-facts.tsx'
import { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { Loaded } from '#components/loaded.tsx'
import { isGone } from '#components/reading.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { isId } from '#lib/core/limits.ts'
import type { LookupKey } from '#lib/developer-identities/developer-identity.ts'
import { developerIdentityKeys } from '#lib/developer-identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { MergeUsers } from './merge-comparison.tsx'

type LookUpProps = {
  pool: PoolRef
  providerName: string
  users: MergeUsers
  onMerge: (users: MergeUsers) => void
  /** Looked up at once. */
  first: string
}

/** Finds an identity by one of its users, or all users of an identity by its id. */
export function LookUp({ pool, providerName, users, onMerge, first }: LookUpProps) {
  const queryClient = useQueryClient()
  const [text, setText] = useState(first)
  const [key, setKey] = useState<LookupKey | null>(first === '' ? null : { userIdentifier: first })
  const reading = useDeveloperIdentity(pool, key)
  const absent = isGone(reading)
  const asked = key && ('userIdentifier' in key ? key.userIdentifier : key.identityId)
  const user = key && 'userIdentifier' in key ? key.userIdentifier : reading.data?.userIdentifiers[0]

  function lookUp(next: LookupKey) {
    void queryClient.invalidateQueries({ queryKey: developerIdentityKeys.by(pool, next) })
    setKey(next)
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    const typed = text.trim()
    if (typed !== '') lookUp(isId(typed) ? { identityId: typed } : { userIdentifier: typed })
  }

  return (
    <Section title="Look up" description={`Who is it: a user of ${providerName}, or an identity of this pool?`}>
      <Card>
        <form role="search" aria-label="Look up" onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <TextField
            label="Developer user identifier or identity ID"
            className="min-w-0 flex-1 basis-72"
            mono
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" icon={<Search />} pending={reading.isFetching}>
            Look up
          </Button>
        </form>
        <div role="status" className="mt-4 empty:hidden">
          {absent && (
            <Callout
              title={`This pool does not know ${asked}`}
              action={
                key && 'identityId' in key ? (
                  <Button size="sm" onClick={() => lookUp({ userIdentifier: key.identityId })}>
                    Look it up as a user
                  </Button>
                ) : undefined
              }
            >
              {key && 'identityId' in key
                ? 'The identity was deleted, or belongs to another pool.'
                : 'Identifiers are compared letter by letter, capitals included. The user may never have signed in, or was unlinked.'}
            </Callout>
          )}
        </div>
        {key && !absent && (
          <div className="mt-4 border-t border-line pt-4">
            <Loaded query={reading} title="The look-up failed" skeleton="h-32" bare>
              {(found) => (
                <>
                  <IdentityFacts pool={pool} {...found} identity={reading.identity} unread={reading.unread} />
                  {user !== undefined && (
                    <div className="mt-4 flex flex-wrap gap-2">
                      <Button size="sm" onClick={() => onMerge({ ...users, destination: user })}>
                        Keep in a merge
                      </Button>
                      <Button size="sm" onClick={() => onMerge({ ...users, source: user })}>
                        Move in a merge
                      </Button>
                    </div>
                  )}
                </>
              )}
            </Loaded>
          </div>
        )}
      </Card>
    </Section>
  )
}
