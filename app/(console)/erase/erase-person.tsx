'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type SubmitEvent } from 'react'
import { erasureDraft } from '#components/erase/erasure-draft.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Field } from '#components/ui/field.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { readPerson } from '#lib/erasure/read-person.ts'
import { FoundPerson } from './found-person.tsx'
import { UnreadLines } from './unread-lines.tsx'
import { usePersonSearch } from './use-person-search.ts'

const HINT =
  'Everything that is known of the person, one a line: developer user identifiers, e-mail addresses, identity IDs, or text that holds them.'

/** Everything that one person leads to, searched on all connections and erased. */
export function ErasePerson() {
  const hydrated = useHydrated()
  // What was carried here is known to this tab alone.
  return <EraseForm key={String(hydrated)} carried={hydrated ? erasureDraft() : []} />
}

function EraseForm({ carried: given }: { carried: readonly string[] }) {
  const { data: session } = useQuery(consoleSession())
  const [carried] = useState(given)
  const [text, setText] = useState(carried.join('\n'))
  const { state, start, again, forget } = usePersonSearch(session)
  const box = useRef<HTMLTextAreaElement>(null)
  const [meant, setMeant] = useState<readonly string[]>([])
  const keys = readPerson(text, new Set([...carried, ...meant]))
  const count = keys.identifiers.length + keys.identityIds.length

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (count > 0) start(keys)
  }
  return (
    <>
      <PageHeader
        title="Erase a person"
        meta={<span>on all connections that you may use: {names(session?.connections ?? [])}</span>}
      />
      <form aria-label="Erase a person" onSubmit={submit} className="mb-6">
        <LiveFieldset className="space-y-3">
          <Field label="Identifiers" hint={HINT}>
            {(control) => (
              <Textarea
                {...control}
                ref={box}
                mono
                rows={4}
                value={text}
                onChange={(event) => {
                  setText(event.target.value)
                  // What is shown below is of what stands in the box.
                  forget()
                }}
              />
            )}
          </Field>
          {keys.tokens > 0 && (
            <Callout tone="warning">
              {keys.tokens === 1 ? 'A line holds a token.' : `${keys.tokens} lines hold a token.`} Nothing of it is
              searched or sent: give the identifier that the token is for.
            </Callout>
          )}
          {keys.unread.length > 0 && (
            <UnreadLines
              lines={keys.unread}
              onMeant={(lines) => {
                setMeant([...meant, ...lines])
                forget()
                box.current?.focus()
              }}
            />
          )}
          <Button type="submit" variant="primary" disabled={count === 0} pending={state?.running ?? false}>
            Search everywhere
          </Button>
        </LiveFieldset>
      </form>
      {state && session && <FoundPerson state={state} session={session} onAskAgain={again} />}
    </>
  )
}

const names = (connections: readonly { name: string }[]) => connections.map(({ name }) => name).join(', ')
